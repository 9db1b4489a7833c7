import type { Evidence } from "./gather";

/** The evidence as one JSON object: shares between 0 and 1, unrounded; headline, low and high are null together. */
export function evidenceJson(evidence: Evidence, rule: string, asOf: number): string {
  const { progress, items } = evidence;
  const { number } = progress;
  const shares =
    number.kind === "value"
      ? { headline: number.headline, low: number.low, high: number.high }
      : { headline: null, low: null, high: null, why: number.why };
  return JSON.stringify({
    rule,
    asOf: new Date(asOf).toISOString(),
    ...shares,
    classes: progress.classes,
    unsized: progress.unsized,
    items: items.map((item) => ({
      key: item.key,
      class: item.class,
      size: item.size,
      unsized: item.unsized,
      reason: item.reason,
    })),
  });
}
