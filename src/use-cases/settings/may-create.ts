import type { ViewerPorts } from "../ports";

/** Whether the person may make goals: everybody, unless the site keeps that to its administrators. */
export async function mayCreateGoals({ store, viewer }: ViewerPorts): Promise<boolean> {
  const { goalMakers } = await store.settings();
  return goalMakers === "everyone" || viewer.isAdmin();
}
