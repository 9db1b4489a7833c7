import type { Origin } from "../store/store-event";
import type { Asker } from "../visibility";

/** Whoever asks for a change is who made it. */
export function originOf({ accountId, byApp }: Asker): Origin {
  return { accountId, byApp };
}
