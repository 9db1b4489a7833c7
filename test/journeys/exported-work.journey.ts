import { addProgress, dashboardPath } from "./dashboard";
import { expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { moveTo, openIssue } from "./issue-view";
import { journey } from "./journey";
import { exportedShop } from "./shop-data";
import { siteWith } from "./site-with";

const goal = "Ship 1.0";

journey(
  "somebody loads an export of their own Jira and makes a goal of a version",
  () => siteWith({ data: exportedShop() })(),
  async (stage) => {
    await stage.asUser("Mel Member");
    const goals = await openGoalsPage(stage);
    await goals.create(goal);
    await goals.linkRule("fixVersion = 1.0");
    await stage.control.settle();

    const before = await addProgress(stage, goal);
    await expectText(before, "2 of 6 items done");

    await openIssue(stage, "SHOP-12");
    await moveTo(stage, "Done");

    await stage.open(dashboardPath);
    await expectText(stage.gadget("Goal progress"), "3 of 6 items done");
  },
);
