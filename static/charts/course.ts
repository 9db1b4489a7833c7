import { shareOfTime, ticksOf } from "./time-scale";

export type CourseSource = "observed" | "replayed" | "estimated";

export type CoursePoint = {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly source: CourseSource;
  /** Shares of 1; null where there was no number. */
  readonly headline: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

type Spot = { readonly x: number; readonly y: number };

/** A stretch of the course that is known in one way; both ends have a number. */
export type CourseStretch = {
  readonly source: CourseSource;
  readonly line: string;
  readonly band: string;
};

export type Course = {
  readonly width: number;
  readonly height: number;
  readonly stretches: readonly CourseStretch[];
  /** The samples of what was rebuilt, so that the lines between them are not taken for knowledge. */
  readonly dots: readonly (Spot & { readonly source: CourseSource })[];
  readonly ticks: readonly { readonly x: number; readonly at: number }[];
  readonly levels: readonly { readonly y: number; readonly share: number }[];
  readonly xOf: (at: number) => number;
  readonly yOf: (share: number) => number;
};

/** Room in pixels for the words around the drawing. */
export const courseRoom = { left: 36, right: 8, top: 8, bottom: 20 } as const;

const pixelsForTick = 110;

/** The course of a number over time in pixels: its line and interval by stretches of one source, and its scales. */
export function courseOf(
  points: readonly CoursePoint[],
  span: { readonly from: number; readonly to: number },
  size: { readonly width: number; readonly height: number },
): Course {
  const { left, right, top, bottom } = courseRoom;
  const inner = { width: size.width - left - right, height: size.height - top - bottom };
  const xOf = (at: number) => left + shareOfTime(at, span.from, span.to) * inner.width;
  const yOf = (share: number) => top + (1 - share) * inner.height;
  const most = Math.max(2, Math.floor(inner.width / pixelsForTick));
  return {
    ...size,
    xOf,
    yOf,
    stretches: stretchesOf(points).map(({ source, known }) => ({
      source,
      line: lineOf(known.map(({ at, headline }) => ({ x: xOf(at), y: yOf(headline) }))),
      band: `${lineOf([
        ...known.map(({ at, high }) => ({ x: xOf(at), y: yOf(high) })),
        ...known.map(({ at, low }) => ({ x: xOf(at), y: yOf(low) })).reverse(),
      ])}Z`,
    })),
    dots: points.flatMap(({ at, source, headline }) =>
      headline === null || source === "observed" ? [] : [{ source, x: xOf(at), y: yOf(headline) }],
    ),
    ticks: ticksOf(span.from, span.to, most).map((at) => ({ at, x: xOf(at) })),
    levels: [0, 0.5, 1].map((share) => ({ share, y: yOf(share) })),
  };
}

type Known = {
  readonly at: number;
  readonly headline: number;
  readonly low: number;
  readonly high: number;
};

/** Neighbouring points with a number; the line between two of different source belongs to the less certain one. */
function stretchesOf(points: readonly CoursePoint[]) {
  const stretches: { source: CourseSource; known: Known[] }[] = [];
  let before: (Known & { source: CourseSource }) | null = null;
  for (const { at, source, headline, low, high } of points) {
    if (headline === null) {
      before = null;
      continue;
    }
    const known = { at, headline, low: low ?? headline, high: high ?? headline };
    if (before !== null) {
      const between = lessCertain(before.source, source);
      const last = stretches.at(-1);
      if (last?.source === between && last.known.at(-1)?.at === before.at) last.known.push(known);
      else stretches.push({ source: between, known: [before, known] });
    }
    before = { ...known, source };
  }
  return stretches;
}

const certainty = { observed: 2, replayed: 1, estimated: 0 } as const;

const lessCertain = (one: CourseSource, other: CourseSource) =>
  certainty[one] < certainty[other] ? one : other;

function lineOf(spots: readonly Spot[]): string {
  return spots
    .map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join("");
}
