import { refreshDay } from "../use-cases/refresh-day";
import { createPorts } from "./wiring";

/** Every day: settle times and size pools. */
export async function snapshot(): Promise<void> {
  await refreshDay(createPorts());
}
