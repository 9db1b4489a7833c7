import { addProgress, dashboardPath } from "./dashboard";
import { expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { linkToGoal, moveTo, openIssue } from "./issue-view";
import { journey } from "./journey";
import { people, shop } from "./shop-data";
import { siteWith } from "./site-with";

const goal = "Checkout in one minute";

journey(
  "a lead makes a goal, links an epic and a rule, puts it on a dashboard and sees work move it",
  siteWith({ data: shop() }),
  async (stage) => {
    await stage.asUser(people.lead);
    const goals = await openGoalsPage(stage);
    await goals.create(goal);
    await expectText(goals.app, "No work is linked yet. Link an epic");

    const panel = await openIssue(stage, "SHOP-1");
    await expectText(panel, "This issue serves no goal yet.");
    await linkToGoal(panel, goal);
    await stage.control.settle();

    const again = await openGoalsPage(stage);
    await again.show(goal);
    await expectText(again.app, "2 of 4 items done, counted by number of items");
    await again.linkRule("labels = checkout");
    await stage.control.settle();

    const gadget = await addProgress(stage, goal);
    await expectText(gadget, "33 %");
    await expectText(gadget, "2 of 6 items done, counted by number of items");
    await stage.picture("gadget-before");

    await openIssue(stage, "SHOP-5");
    await moveTo(stage, "Done");

    await stage.open(dashboardPath);
    const after = stage.gadget("Goal progress");
    await expectText(after, "50 %");
    await expectText(after, "between 33 and 50 %");
    await expectText(after, "3 of 6 items done, counted by number of items");
    await after.getByRole("button", { name: "Show the items" }).click();
    await expectText(after, "Order summary");
    await expectText(after, "Done, not settled yet");
    await expectText(after.getByRole("row", { name: "Together" }), "50.0 %");
    await stage.picture("gadget-after");

    await after.getByRole("button", { name: goal }).click();
    await stage.surface().getByRole("heading", { level: 1, name: goal }).waitFor();
    await expectText(stage.surface(), "50.0 % — of what?");
  },
);
