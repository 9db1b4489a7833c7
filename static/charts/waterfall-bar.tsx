import type { WaterfallBar } from "./waterfall";

type Props = {
  readonly bar: WaterfallBar<string>;
  /** Where the number began and where it ended, as marks over the whole height. */
  readonly start: number;
  readonly end: number;
};

/**
 * One bar of a waterfall with the way to the next one. What rises is filled, what falls is hollow. The picture only
 * repeats the row it stands in.
 */
export function WaterfallBarPicture({ bar, start, end }: Props) {
  return (
    <svg
      className="waterfall-picture"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line className="waterfall-mark" x1={start} x2={start} y1="0" y2="100" />
      <line className="waterfall-mark" x1={end} x2={end} y1="0" y2="100" />
      <line className="waterfall-way" x1={bar.from} x2={bar.from} y1="0" y2="50" />
      <line className="waterfall-way" x1={bar.to} x2={bar.to} y1="50" y2="100" />
      <rect
        className={bar.rises ? "waterfall-rise" : "waterfall-fall"}
        x={bar.left}
        width={bar.width}
        y="20"
        height="60"
      />
    </svg>
  );
}
