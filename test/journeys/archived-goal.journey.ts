import { act, addProgress, chooseGoal, dashboardPath } from "./dashboard";
import { expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { journey } from "./journey";
import { people, shop } from "./shop-data";
import { siteWith } from "./site-with";

journey(
  "a gadget whose goal was archived says so, and is pointed at another goal",
  siteWith({ data: shop() }),
  async (stage) => {
    await stage.asUser(people.lead);
    const goals = await openGoalsPage(stage);
    await goals.create("Last year's goal");
    await goals.linkKeys("SHOP-11");
    await stage.control.settle();
    await addProgress(stage, "Last year's goal");

    const again = await openGoalsPage(stage);
    await again.show("Last year's goal");
    await again.app.getByRole("button", { name: "Archive" }).click();
    await again.app.getByRole("button", { name: "Restore" }).waitFor();
    await again.app.getByRole("button", { name: "All goals" }).click();
    await expectText(again.app, "No goals yet");
    await again.create("This year's goal");
    await again.linkKeys("SHOP-1");
    await stage.control.settle();

    await stage.open(dashboardPath);
    const gadget = stage.gadget("Goal progress");
    await expectText(gadget, "This goal was archived. Choose another one");
    await act(stage.page.locator("article").first(), "Configure");
    await chooseGoal(gadget, "This year's goal");
    await gadget.getByRole("button", { name: "Save" }).click();
    await expectText(gadget, "2 of 4 items done");
  },
);
