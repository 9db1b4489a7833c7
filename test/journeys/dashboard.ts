import type { FrameLocator, Locator } from "playwright-core";
import type { Stage } from "./stage";

/** The dashboard that every site starts with. */
export const dashboardPath = "/jira/dashboards/10000";

export type Kind = "gadget" | "widget";

/** Adds a goal progress gadget, or the widget that follows it, and sets it up for a goal. */
export async function addProgress(
  stage: Stage,
  goal: string,
  kind: Kind = "gadget",
): Promise<FrameLocator> {
  const { open, page } = stage;
  await open(dashboardPath);
  await page.getByRole("button", { name: "Add gadget", exact: true }).click();
  await page.getByRole("button", { name: `Add Goal progress (${kind})` }).click();
  const card = page.locator(`article[data-kind=${kind}]`).first();
  const app = card.locator("iframe").contentFrame();
  await chooseGoal(app, goal);
  await (kind === "widget" ? card : app).getByRole("button", { name: "Save" }).click();
  await app.getByRole("button", { name: goal }).waitFor();
  return app;
}

/** In edit mode: finds a goal by its title and takes it. */
export async function chooseGoal(app: FrameLocator, goal: string): Promise<void> {
  await app.getByRole("combobox", { name: /goal/i }).fill(goal);
  await app.getByRole("option", { name: goal }).click();
  await app.getByText(`Shows ${goal}`).waitFor();
}

/** Opens the menu of a gadget and takes an action. */
export async function act(gadget: Locator, action: string): Promise<void> {
  await gadget.getByLabel("More actions").click();
  await gadget.getByRole("button", { name: action, exact: true }).click();
}
