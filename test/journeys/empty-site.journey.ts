import { addProgress, dashboardPath } from "./dashboard";
import { expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { journey } from "./journey";
import { emptyCompany, people } from "./shop-data";
import { siteWith } from "./site-with";

journey(
  "an administrator who has just installed the app finds every page empty and honest",
  siteWith({ data: emptyCompany() }),
  async (stage) => {
    const { page } = stage;
    await stage.asUser(people.administrator);
    await stage.open(dashboardPath);
    await expectText(page.locator("main"), "Add a gadget here");
    await stage.open("/projects");
    await expectText(page.locator("main"), "no projects");

    await stage.open(dashboardPath);
    await page.getByRole("button", { name: "Add gadget", exact: true }).click();
    await page.getByRole("button", { name: "Add Goal progress (gadget)" }).click();
    const gadget = stage.gadget("Goal progress");
    await gadget.getByRole("combobox", { name: "Goal" }).fill("any");
    await expectText(gadget, "Nothing found.");
    await gadget.getByRole("button", { name: "Save" }).click();
    await expectText(gadget, "Choose the goal that this gadget shows.");
    await gadget.getByRole("button", { name: "Cancel" }).click();
    await expectText(gadget, "This gadget is not set up yet.");

    const goals = await openGoalsPage(stage);
    await expectText(goals.app, "No goals yet");
    await goals.create("Our first goal");
    await expectText(goals.app, "No work is linked yet. Progress appears when issues are linked.");
    const shown = await addProgress(stage, "Our first goal");
    await expectText(shown, "No number.");
    await stage.accessible("the empty gadget");
  },
);
