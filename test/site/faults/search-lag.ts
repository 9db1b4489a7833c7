import type { JiraDoor } from "../boundary";
import type { Faults } from "./faults";
import type { FaultRule } from "./rule";

/** Lets Jira's search trail its changes by what the rules say, now and whenever they change. */
export function letSearchLag(
  faults: Faults,
  { setSearchLag }: Pick<JiraDoor, "setSearchLag">,
): void {
  const follow = (rules: readonly FaultRule[]) => {
    const milliseconds = searchLagOf(rules);
    if (milliseconds > 0 && setSearchLag === undefined) {
      throw new Error("This Jira's search is never late: a fault on its index cannot strike");
    }
    setSearchLag?.(milliseconds);
  };
  follow(faults.declared().map(({ rule }) => rule));
  faults.onChange(follow);
}

function searchLagOf(rules: readonly FaultRule[]): number {
  return Math.max(
    0,
    ...rules.flatMap(({ fault }) => (fault.kind === "lag" ? [fault.milliseconds] : [])),
  );
}
