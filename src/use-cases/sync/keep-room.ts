import { subDays } from "date-fns";
import type { Ports } from "../ports";
import { packMonths } from "./pack-months";
import { roomKey } from "./state-keys";

/** What an installation in production may store (developer.atlassian.com, Forge SQL limits). */
export const storeLimitBytes = 1024 ** 3;
/** From here on no more history is taken in, so that the numbers of today never stop. */
const fullShare = 0.8;

type Measured = { readonly bytes: number | null; readonly nearlyFull: boolean };

/** Every day: packs what is long over, clears what nobody needs any more, and measures what is left. */
export async function keepRoom({ store, now }: Pick<Ports, "store" | "now">): Promise<void> {
  const at = now();
  await store.room.clearBefore({
    answers: subDays(at, 30),
    checks: subDays(at, 1),
    points: subDays(at, 2),
  });
  await packMonths({ store, now });
  await store.states.write(roomKey, await store.room.estimatedBytes(), at);
}

/** As last measured; unknown before the first day. */
export async function measuredRoom({ store }: Pick<Ports, "store">): Promise<Measured> {
  const value = (await store.states.read(roomKey))?.value;
  if (typeof value !== "number") return { bytes: null, nearlyFull: false };
  return { bytes: value, nearlyFull: value > fullShare * storeLimitBytes };
}
