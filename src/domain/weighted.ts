import type { Progress } from "./rollup";

/** One child of a weighted parent; `goalId` null stands for the parent's own links. */
export type WeightedPart = {
  readonly goalId: string | null;
  /** A whole number; 0 leaves the part out. */
  readonly weight: number;
  readonly progress: Progress;
};

/**
 * The progress of a weighted parent: the mean of its parts' headlines, and of the ends of their intervals, by weight.
 * Parts without a number are left out, because unknown is not zero.
 */
export function weightedProgress(parts: readonly WeightedPart[]): Progress {
  const counted = parts.flatMap(({ weight, progress }) =>
    progress.kind === "value" && weight > 0 ? [{ weight, progress }] : [],
  );
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { kind: "none", why: "no-work" };
  const mean = (end: "headline" | "low" | "high") =>
    counted.reduce((sum, { weight, progress }) => sum + weight * progress[end], 0) / total;
  return { kind: "value", headline: mean("headline"), low: mean("low"), high: mean("high") };
}
