import type { ClassTotals, ProgressNumber } from "../../src/contract/progress";
import { className } from "../sentences";
import { wholePercent } from "./format";

type Value = Extract<ProgressNumber, { kind: "value" }>;

const segments = ["confirmed", "claimed", "active", "todo"] as const;

/**
 * The shares of the classes with the interval drawn over them. Without classes only headline and interval show; without
 * a number the track is a dashed outline, so that nobody takes it for 0 %.
 */
export function ProgressBar({
  number,
  classes,
}: {
  readonly number: ProgressNumber;
  readonly classes: ClassTotals | null;
}) {
  const parts = classes === null ? [] : sharesOf(classes);
  return (
    <div
      className={number.kind === "none" ? "bar bar-none" : "bar"}
      role="img"
      aria-label={descriptionOf(number, classes)}
    >
      <div className="bar-track">
        {parts.length === 0 && number.kind === "value" ? (
          <span className="bar-part bar-done" style={{ width: percent(number.headline) }} />
        ) : null}
        {parts.map(({ name, share }) => (
          <span key={name} className={`bar-part bar-${name}`} style={{ width: percent(share) }} />
        ))}
      </div>
      {number.kind === "value" ? <Interval number={number} /> : null}
    </div>
  );
}

function Interval({ number }: { readonly number: Value }) {
  const left = `min(${percent(number.low)}, 100% - ${String(bracketPixels)}px)`;
  const width = percent(Math.max(0, number.high - number.low));
  return <span className="bar-interval" style={{ left, width }} />;
}

/** The least width of the bracket: at 100 % it stands inside the bar, not beyond it. */
const bracketPixels = 5;

function sharesOf(classes: ClassTotals) {
  const sizes = segments.map((name) => ({
    name,
    size: classes[name].size ?? 0,
  }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  if (total === 0) return [];
  return sizes
    .filter(({ size }) => size > 0)
    .map(({ name, size }) => ({ name, share: size / total }));
}

function descriptionOf(number: ProgressNumber, classes: ClassTotals | null): string {
  const interval =
    number.kind === "value"
      ? `${wholePercent(number.headline)} done, between ${wholePercent(number.low)} and ${wholePercent(number.high)}`
      : "No number";
  if (classes === null) return interval;
  const counts = segments.map((name) => `${className[name]} ${String(classes[name].count)}`);
  return `${interval}. ${counts.join(", ")}.`;
}

const percent = (share: number) => `${String(share * 100)}%`;
