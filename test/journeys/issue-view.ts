import type { FrameLocator } from "playwright-core";
import type { Stage } from "./stage";

/** Opens an issue; answers the app's panel in it. */
export async function openIssue({ open, surface }: Stage, key: string): Promise<FrameLocator> {
  await open(`/browse/${key}`);
  return surface();
}

/** On the open issue: moves it to a status by the status menu, and waits until the app has taken it in. */
export async function moveTo({ page, control }: Stage, status: string): Promise<void> {
  const menu = page.locator(".status-menu");
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: status, exact: true }).click();
  await page.getByLabel(`Status: ${status}`).waitFor();
  await control.takenIn();
}

/** In the panel of an issue: finds a goal by its title and links the issue to it. */
export async function linkToGoal(panel: FrameLocator, goal: string): Promise<void> {
  await panel.getByRole("combobox", { name: "Link another goal" }).fill(goal);
  await panel.getByRole("option", { name: goal }).click();
  await panel.getByText(`Linked to ${goal}`).waitFor();
}
