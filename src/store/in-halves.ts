import { StoreRefused } from "./store-refused";

/**
 * What a read answers of all of these. One that is refused, because its answer exceeds 4 MiB or its memory 16 MiB, is made
 * of either half by itself.
 */
export async function inHalves<T>(
  all: readonly string[],
  read: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  try {
    return await read(all);
  } catch (error) {
    if (all.length < 2 || !(error instanceof StoreRefused)) throw error;
    const middle = Math.ceil(all.length / 2);
    const first = await inHalves(all.slice(0, middle), read);
    return [...first, ...(await inHalves(all.slice(middle), read))];
  }
}
