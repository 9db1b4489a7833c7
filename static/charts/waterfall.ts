export type Fall<K extends string> = { readonly key: K; readonly share: number };

export type WaterfallBar<K extends string> = {
  readonly key: K;
  /** Left edge and width, in percent of the chart's width. */
  readonly left: number;
  readonly width: number;
  readonly rises: boolean;
  /** Where the bar before ends and where this one does, in percent of the chart's width. */
  readonly from: number;
  readonly to: number;
};

export type Waterfall<K extends string> = {
  /** The shares at the chart's left and right edge. */
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
  readonly bars: readonly WaterfallBar<K>[];
};

/** Room beside the outermost level, as a part of what is shown; and the least that is shown, in shares of 1. */
const margin = 0.08;
const leastSpan = 0.02;

/**
 * The bars of a waterfall lying on its side: each begins where the one before ended, and the last ends at start plus
 * all shares. The chart shows only the stretch in which something happens; start and end are marks, not bars from zero.
 */
export function waterfallOf<K extends string>(
  start: number,
  falls: readonly Fall<K>[],
): Waterfall<K> {
  const levels = levelsOf(start, falls);
  const { low, high } = stretchOf(levels);
  const at = (level: number) => ((level - low) / (high - low)) * 100;
  const bars = falls.map(({ key, share }, index) => {
    const from = at(levels[index] ?? start);
    const to = at(levels[index + 1] ?? start);
    return {
      key,
      left: Math.min(from, to),
      width: Math.abs(to - from),
      rises: share >= 0,
      from,
      to,
    };
  });
  return { low, high, start: at(start), end: at(levels.at(-1) ?? start), bars };
}

function levelsOf(start: number, falls: readonly Fall<string>[]): readonly number[] {
  const levels = [start];
  let level = start;
  for (const { share } of falls) {
    level += share;
    levels.push(level);
  }
  return levels;
}

/** The stretch that holds all levels with room beside them, within 0 to 1 where the levels are. */
function stretchOf(levels: readonly number[]): { readonly low: number; readonly high: number } {
  const least = Math.min(...levels);
  const most = Math.max(...levels);
  const room = Math.max((most - least) * margin, (leastSpan - (most - least)) / 2);
  return {
    low: least >= 0 ? Math.max(0, least - room) : least - room,
    high: most <= 1 ? Math.min(1, most + room) : most + room,
  };
}
