import { isDropped } from "../classes";
import type { ProjectPools } from "../size-pool";
import { bitOf, type Coalition } from "./coalition";
import type { Span, Track } from "./track";

/** Causes of the whole goal that occurred: its rule or option, its settings and pools. */
export function goalCauses({ start, end }: Span): Coalition {
  const otherRule = start.rule !== end.rule || start.countSubTasks !== end.countSubTasks;
  const projects = [...Object.keys(start.pools), ...Object.keys(end.pools)];
  const otherPool = projects.some((projectId) => poolDiffers(projectId, { start, end }));
  const otherList = !isSameList(start.droppedResolutions, end.droppedResolutions);
  return (
    (otherRule ? bitOf("rule-changed") : 0) |
    (otherPool || otherList ? bitOf("settings-and-pool") : 0)
  );
}

/** The rule sizes every item; pools and the dropped list touch those of other pools or of another standing. */
export function goalCausesTouching({ before, after }: Track, span: Span): Coalition {
  const { start, end } = span;
  const touched = [before, after].some(
    (item) =>
      poolDiffers(item.projectId, span) ||
      isDropped(item, start.droppedResolutions) !== isDropped(item, end.droppedResolutions),
  );
  return bitOf("rule-changed") | (touched ? bitOf("settings-and-pool") : 0);
}

/** A project of only one of the two scopes was not read at the other instant: its one pool holds for both. */
export function poolAt(
  projectId: string,
  { start, end }: Span,
  atEnd: boolean,
): ProjectPools | undefined {
  const [first, second] = atEnd ? [end, start] : [start, end];
  return first.pools[projectId] ?? second.pools[projectId];
}

function poolDiffers(projectId: string, span: Pick<Span, "start" | "end">): boolean {
  const before = span.start.pools[projectId];
  const after = span.end.pools[projectId];
  return before !== undefined && after !== undefined && before.version !== after.version;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  const folded = (list: readonly string[]) =>
    new Set(list.map((name) => name.trim().toLowerCase()));
  const [left, right] = [folded(a), folded(b)];
  return left.size === right.size && [...left].every((name) => right.has(name));
}
