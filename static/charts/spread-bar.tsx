import type { SpreadScale } from "./spread-scale";

/** The thin bar of the rule spread on the way from 0 to 100 %; the goal's own rule is the tall mark. */
export function SpreadBar({
  scale,
  description,
}: {
  readonly scale: SpreadScale<string>;
  readonly description: string;
}) {
  return (
    <div className="spread-bar" role="img" aria-label={description}>
      <span className="spread-track" />
      <span className="spread-span" style={{ left: part(scale.left), width: part(scale.width) }} />
      {scale.marks.map(({ rule, left, isOwn }) => (
        <span
          key={rule}
          className={isOwn ? "spread-mark spread-own" : "spread-mark"}
          style={{ left: part(left) }}
        />
      ))}
    </div>
  );
}

const part = (percent: number) => `${String(percent)}%`;
