import { type UIEvent, useState } from "react";

/** Rows that are drawn or left out together. */
export const chunkRows = 25;

/** What is taken for the height of a row before one was measured, and of a list that has none yet, in pixels. */
const usualRow = 56;
const usualWindow = 600;

export type Chunks = {
  /** First and last chunk to draw. */
  readonly first: number;
  readonly last: number;
  readonly onScroll: (event: UIEvent) => void;
  /** The height in pixels that a chunk takes or will take. */
  readonly heightOf: (chunk: number) => number;
  /** Remembers how high a drawn chunk is. */
  readonly measure: (chunk: number, height: number) => void;
};

/** Draws of a long list only the rows around what is in sight; the others are room of the height they had. */
export function useChunks(rows: number): Chunks {
  const [heights, setHeights] = useState<ReadonlyMap<number, number>>(new Map());
  const [sight, setSight] = useState({ top: 0, bottom: usualWindow });
  const usual = rowHeight(heights);
  const heightOf = (chunk: number) =>
    heights.get(chunk) ?? Math.min(chunkRows, rows - chunk * chunkRows) * usual;
  return {
    ...chunksIn(sight, Math.ceil(rows / chunkRows), heightOf),
    heightOf,
    onScroll: ({ currentTarget }) => {
      const { scrollTop, clientHeight } = currentTarget;
      setSight({ top: scrollTop, bottom: scrollTop + (clientHeight || usualWindow) });
    },
    measure: (chunk, height) => {
      if (height > 0 && height !== heights.get(chunk)) {
        setHeights((known) => new Map(known).set(chunk, height));
      }
    },
  };
}

/** The mean of what was measured. */
function rowHeight(heights: ReadonlyMap<number, number>): number {
  if (heights.size === 0) return usualRow;
  const total = [...heights.values()].reduce((sum, height) => sum + height, 0);
  return total / (heights.size * chunkRows);
}

/** The chunks in sight with one more before and after them. */
function chunksIn(
  sight: { readonly top: number; readonly bottom: number },
  chunks: number,
  heightOf: (chunk: number) => number,
): { readonly first: number; readonly last: number } {
  let below = 0;
  let first = 0;
  let last = 0;
  for (let chunk = 0; chunk < chunks && below < sight.bottom; chunk += 1) {
    if (below <= sight.top) first = chunk;
    last = chunk;
    below += heightOf(chunk);
  }
  return { first: Math.max(0, first - 1), last: Math.min(chunks - 1, last + 1) };
}
