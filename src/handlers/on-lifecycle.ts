import { createPorts } from "./wiring";

/** The app was installed or upgraded: creates the tables that are missing. Without this event the first use does. */
export async function onLifecycle(): Promise<void> {
  await createPorts().store.migrate();
}
