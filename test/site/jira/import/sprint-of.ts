import type { UnplacedSprint } from "./catalog-builder";
import type { IssueLine } from "./issue-line";

/** A sprint of an issue line as the site keeps it, its id brought into this site. */
export function sprintOf(
  { id, name, state, start, end, complete }: IssueLine["sprints"][number],
  siteId: (sourceId: string) => string,
): UnplacedSprint {
  const instant = (text: string | null) => (text === null ? null : Date.parse(text));
  return {
    id: id === null ? null : Number(siteId(String(id))),
    name,
    state: state.toLowerCase(),
    start: instant(start),
    end: instant(end),
    complete: instant(complete),
  };
}
