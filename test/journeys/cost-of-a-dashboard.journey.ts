import type { Call } from "./control";
import { addProgress, dashboardPath } from "./dashboard";
import { expectEqual, expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { journey } from "./journey";
import { people, shop } from "./shop-data";
import { siteWith } from "./site-with";

const titles = ["Checkout in one minute", "No wrong totals"];
const statementsAtMost = 2;

journey(
  "a dashboard of gadgets and a widget costs one call each, and each call two statements at most",
  siteWith({ data: shop() }),
  async (stage) => {
    await stage.asUser(people.lead);
    for (const title of titles) {
      const goals = await openGoalsPage(stage);
      await goals.create(title);
      await goals.linkKeys("SHOP-1 SHOP-11");
      await stage.control.settle();
      await addProgress(stage, title);
    }
    await addProgress(stage, titles[0] ?? "", "widget");

    await stage.asUser(people.outsider);
    const before = (await stage.control.calls()).length;
    await stage.open(dashboardPath);
    for (const frame of await stage.page.locator("article iframe").all()) {
      await expectText(frame.contentFrame(), "2 of 5 items done");
    }
    const made = await stage.control.calls(before);
    const asked = made.filter(({ service }) => service === "bridge").map(({ path }) => path);
    expectEqual(asked, ["goalProgress", "goalProgress", "goalProgress"], "calls of the bridge");
    for (const [invocation, statements] of statementsOf(made)) {
      if (statements > statementsAtMost) {
        throw new Error(`The call ${invocation} made ${String(statements)} statements`);
      }
    }
  },
);

/** Statements of each invocation of the resolver. */
function statementsOf(calls: readonly Call[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { service, functionKey, invocation = "" } of calls) {
    if (functionKey !== "resolver") continue;
    counts.set(invocation, (counts.get(invocation) ?? 0) + (service === "sql" ? 1 : 0));
  }
  expectEqual(counts.size, titles.length + 1, "invocations of the resolver");
  return counts;
}
