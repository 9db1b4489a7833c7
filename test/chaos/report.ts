import type { Outcome } from "./run-seed";

/** A failing seed as somebody reads it who has to find the bug. */
export function storyOf(outcome: Outcome): string {
  const { seed, rounds, troubles, story, wrong, failed } = outcome;
  return [
    `seed ${String(seed)} fails within ${String(rounds)} rounds; troubles: ${troubles.join(", ") || "none"}`,
    ...story.map((line) => `  ${line}`),
    ...[...failed].map(([words, times]) => `  failed ${String(times)} times: ${words}`),
    ...wrong.map(({ goalId, what }) => `  WRONG ${goalId}: ${what}`),
  ].join("\n");
}

/** Adds up how often each kind of fault struck. */
export function sumOf(outcomes: readonly Pick<Outcome, "faults">[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const { faults } of outcomes) {
    for (const [kind, times] of faults) sum.set(kind, (sum.get(kind) ?? 0) + times);
  }
  return sum;
}
