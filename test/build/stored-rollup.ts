import type { StoredRollup } from "../../src/use-cases/store-ports";

/** The ten-issue epic's rollup by points, as stored. */
export function aStoredRollup(
  override: Partial<StoredRollup> & { readonly goalId: string },
): StoredRollup {
  return {
    rollup: {
      rule: "points",
      progress: { kind: "value", headline: 10 / 34, low: 7 / 44, high: 10 / 32 },
      classes: {
        confirmed: { count: 4, size: 7 },
        claimed: { count: 1, size: 3 },
        active: { count: 1, size: 8 },
        todo: { count: 2, size: 16 },
        dropped: { count: 2, size: null },
      },
      unsized: 2,
      total: 34,
    },
    weighted: null,
    spread: { lowest: 15 / 76, highest: 0.75, dependsOnRule: true },
    ruleVersion: 1,
    computedAt: new Date("2026-03-16T12:00:00.789Z"),
    leavesByProject: { "10000": 10 },
    securedLeaves: { "10000": ["20101", "20102"] },
    poolVersions: { "10000": "0123abcd" },
    nextSettleAt: new Date("2026-03-17T09:00:00Z"),
    ...override,
  };
}
