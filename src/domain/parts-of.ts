/** A list in parts of at most so much together, in their order; what is more by itself stands alone. */
export function partsOf<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  most: number,
): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let together = 0;
  for (const item of items) {
    const last = parts.at(-1);
    const size = sizeOf(item);
    together += size;
    if (last === undefined || together > most) {
      parts.push([item]);
      together = size;
    } else {
      last.push(item);
    }
  }
  return parts;
}
