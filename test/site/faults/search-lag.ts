import type { JiraDoor } from "../boundary";
import type { Faults } from "./faults";
import type { FaultRule } from "./rule";

/** By how much Jira's search trails its changes, in milliseconds of the site's time. */
export type SearchLag = {
  /** What it is now: the usual lag, or that of a declared fault where it is longer. */
  readonly milliseconds: () => number;
  readonly usual: () => number;
  /** Sets the usual lag. */
  readonly set: (milliseconds: number) => void;
};

/** Lets Jira's search trail its changes as usual and by what the rules say, now and whenever they change. */
export function letSearchLag(
  faults: Faults,
  { setSearchLag }: Pick<JiraDoor, "setSearchLag">,
  usualMilliseconds = 0,
): SearchLag {
  let usual = usualMilliseconds;
  const milliseconds = () =>
    Math.max(usual, searchLagOf(faults.declared().map(({ rule }) => rule)));
  const follow = () => {
    const wanted = milliseconds();
    if (wanted > 0 && setSearchLag === undefined) {
      throw new Error("This Jira's search is never late: it cannot be made to trail");
    }
    setSearchLag?.(wanted);
  };
  follow();
  faults.onChange(follow);
  return {
    milliseconds,
    usual: () => usual,
    set: (next) => {
      usual = next;
      follow();
    },
  };
}

function searchLagOf(rules: readonly FaultRule[]): number {
  return Math.max(
    0,
    ...rules.flatMap(({ fault }) => (fault.kind === "lag" ? [fault.milliseconds] : [])),
  );
}
