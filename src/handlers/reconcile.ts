import { catchUp } from "../use-cases/catch-up";
import { createPorts } from "./wiring";

/** Every five minutes and every hour: what time changes, and what events or jobs left undone. */
export async function reconcile(): Promise<void> {
  await catchUp(createPorts());
}
