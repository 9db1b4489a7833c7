import { act, dashboardPath } from "./dashboard";
import { expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { openIssue } from "./issue-view";
import type { Stage } from "./stage";

/** A place where the app is seen, with the way there of somebody who looks for a goal. */
export type Place = {
  readonly name: string;
  readonly go: (stage: Stage, goal: string) => Promise<void>;
};

/** Every surface of the app and its larger parts; the dashboard must hold a gadget and a widget of the goal. */
export const places: readonly Place[] = [
  { name: "the dashboard", go: openItems },
  { name: "the gadget's settings", go: configureGadget },
  {
    name: "the goals page",
    go: async (stage, goal) => {
      const { app } = await openGoalsPage(stage);
      await expectText(app, goal);
    },
  },
  {
    name: "the form of a new goal",
    go: async (stage) => {
      const { app } = await openGoalsPage(stage);
      await app.getByRole("button", { name: "Create goal" }).click();
      await app.getByRole("dialog").getByRole("button", { name: "Create goal" }).click();
      await app.getByRole("dialog").getByRole("alert").first().waitFor();
    },
  },
  { name: "the page of a goal", go: openGoal },
  {
    name: "the issue view",
    go: async (stage, goal) => {
      await expectText(await openIssue(stage, "SHOP-2"), goal);
    },
  },
  {
    name: "the project page",
    go: async (stage, goal) => {
      await stage.open("/projects/SHOP");
      await stage.page.getByRole("navigation", { name: "Project" }).getByText("Goals").click();
      await expectText(stage.surface(), goal);
    },
  },
  {
    name: "the settings",
    go: async (stage) => {
      await stage.page.getByRole("navigation", { name: "Site" }).getByText("Settings").click();
      await expectText(stage.surface(), "Settings");
    },
  },
];

/** The gadget with its items open. */
async function openItems({ open, page }: Stage): Promise<void> {
  await open(dashboardPath);
  for (const frame of await page.locator("article iframe").all()) {
    await expectText(frame.contentFrame(), /^As of /);
  }
  const app = page.locator("article[data-kind=gadget] iframe").first().contentFrame();
  await app.getByRole("button", { name: "Show the items" }).click();
  await expectText(app, "Together");
}

async function configureGadget({ open, page }: Stage): Promise<void> {
  await open(dashboardPath);
  const card = page.locator("article[data-kind=gadget]").first();
  await act(card, "Configure");
  const app = card.locator("iframe").contentFrame();
  await app.getByRole("combobox", { name: /goal/i }).fill("e");
  await app.getByRole("option").first().waitFor();
}

/** The goal with the form of a rule that Jira refuses. */
async function openGoal(stage: Stage, goal: string): Promise<void> {
  const { app, show } = await openGoalsPage(stage);
  await show(goal);
  await expectText(app, "Together");
  await app.getByRole("button", { name: "Link by JQL rule" }).click();
  await app.getByLabel("JQL").fill("colour = red");
  await expectText(app, /Field 'colour' does not exist/);
}
