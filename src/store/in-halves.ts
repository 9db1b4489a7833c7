import { StoreRefused } from "./store-refused";

/**
 * What a read answers of all of these. One that is refused, because its answer exceeds 4 MiB or its memory 16 MiB, is made
 * of either half by itself, and at last of one `alone`.
 */
export async function inHalves<T>(
  all: readonly string[],
  read: (some: readonly string[]) => Promise<readonly T[]>,
  alone?: (one: string) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  try {
    return await read(all);
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    const [first] = all;
    if (all.length > 1) {
      const middle = Math.ceil(all.length / 2);
      const half = await inHalves(all.slice(0, middle), read, alone);
      return [...half, ...(await inHalves(all.slice(middle), read, alone))];
    }
    if (first === undefined || alone === undefined) throw error;
    return alone(first);
  }
}
