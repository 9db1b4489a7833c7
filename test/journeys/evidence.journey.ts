import type { FrameLocator } from "playwright-core";
import { day, line, statusChange } from "../site/jira/fixture/lines";
import type { IssueLine } from "../site/jira/import/issue-line";
import { addProgress } from "./dashboard";
import { expectEqual, expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { journey } from "./journey";
import { people, shop, shopLines } from "./shop-data";
import { siteWith } from "./site-with";

const goal = "Checkout in one minute";

/** SHOP-2 was finished on the 5th of January, SHOP-3 on the 25th; SHOP-4 was begun on the 26th. */
const past: Readonly<Record<string, Partial<IssueLine>>> = {
  "SHOP-2": { resolved: day(5), changelog: [statusChange(day(5), "To Do", "Done")] },
  "SHOP-3": { resolved: day(25), changelog: [statusChange(day(25), "To Do", "Done")] },
  "SHOP-4": { changelog: [statusChange(day(26), "To Do", "In Progress")] },
};
const withPast = [...shopLines, alsoBegun()].map((each) => ({
  ...each,
  historyBasis: "full" as const,
  ...past[each.key],
}));

/** A fifth story, in progress since the 27th. */
function alsoBegun(): IssueLine {
  return line(6, {
    ...{ project: "SHOP", projectName: "Shop", key: "SHOP-6", epic: "SHOP-1" },
    ...{ summary: "Gift wrapping", status: "In Progress" },
    changelog: [statusChange(day(27), "To Do", "In Progress")],
  });
}

journey(
  "a CTO opens a number, sees what other rules say, what moved it and how it was, and sends the link",
  siteWith({ data: shop(withPast) }),
  async (stage) => {
    const { page } = stage;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await stage.asUser(people.lead);
    const goals = await openGoalsPage(stage);
    await goals.create(goal);
    await goals.linkKeys("SHOP-1");
    await stage.control.settle();
    const gadget = await addProgress(stage, goal);
    await gadget.getByRole("button", { name: "40 %" }).click();

    const app = stage.surface();
    await expectText(app, "40.0 % — of what?");
    const spread = app.getByRole("region", { name: "What other rules say" });
    await expectText(spread.getByRole("row", { name: /Half for started/ }), "60.0 %");
    await expectText(app, "Depends on the rule");

    await app.getByRole("button", { name: "7 days" }).click();
    await expectText(app, "What moved since 24 Jan 2024");
    await expectText(app, "From 20.0 % to 40.0 %");
    await app.getByRole("button", { name: /^Finished 1 issue/ }).click();
    await expectText(app.getByRole("region", { name: "Issues under Finished" }), "SHOP-3");
    await stage.picture("evidence-moved");
    await app.getByRole("button", { name: "Show them among the items" }).click();
    await expectText(app, "This item alone");
    expectEqual(await itemsIn(app), ["SHOP-3"], "the items under the bar");
    await app.getByRole("button", { name: "Show all" }).click();
    await app.getByRole("button", { name: "To do", exact: true }).click();
    await expectText(app, "This item alone");
    expectEqual(await itemsIn(app), ["SHOP-5"], "the items to do");

    await app.getByRole("button", { name: "Show the past" }).click();
    await app.getByRole("slider", { name: "Day" }).focus();
    for (let days = 0; days < 7; days += 1) await page.keyboard.press("ArrowLeft");
    await expectText(app, /^As of 24 Jan 2024, 00:00 UTC, /);
    await expectText(app, "20.0 % — of what?");
    await stage.picture("evidence-past");
    await stage.accessible("the evidence as of a past day");

    await app.getByRole("button", { name: "Copy link" }).click();
    await expectText(app, "Copied.");
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto("about:blank");
    await page.goto(link);
    await expectText(stage.surface(), /^As of 24 Jan 2024, 00:00 UTC, /);
    await expectText(stage.surface(), "20.0 % — of what?");
    await page.goBack();
    await page.goForward();
    await stage.surface().getByRole("button", { name: "Back to now" }).click();
    await expectText(stage.surface(), "40.0 % — of what?");
  },
);

/** The keys of the items that the list shows. */
async function itemsIn(app: FrameLocator): Promise<readonly string[]> {
  const list = app.getByRole("group", { name: "Items behind the number" });
  return list.getByRole("row").getByRole("button").allInnerTexts();
}
