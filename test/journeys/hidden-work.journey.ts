import type { Call } from "./control";
import { addProgress, dashboardPath } from "./dashboard";
import { expectAbsent, expectEqual, expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { openIssue } from "./issue-view";
import { journey } from "./journey";
import { overhear, type Overheard } from "./overheard";
import { people, shop } from "./shop-data";
import { siteWith } from "./site-with";
import type { Stage } from "./stage";

const goal = "One company after the merger";

journey(
  "somebody who may not see most of the work gets the official number and no hidden title",
  siteWith({ data: shop() }),
  async (stage) => {
    await goalOver(stage, "SHOP-1 VAULT-1 VAULT-2 VAULT-3 VAULT-4 VAULT-5 VAULT-6");
    const before = (await stage.control.calls()).length;
    const overheard = overhear(stage.page);
    await stage.asUser(people.outsider);
    await stage.open(dashboardPath);
    const gadget = stage.gadget("Goal progress");
    await expectText(gadget, "40 %");
    await expectText(gadget, "4 of 10 items done");
    await expectText(gadget, "6 of 10 items are hidden from you. The number includes them.");
    await gadget.getByRole("button", { name: "Show the items" }).click();
    await expectText(gadget, "6 items you may not see");
    await expectText(gadget.getByRole("row", { name: "Together" }), "40.0 %");
    await lookEverywhere(stage);
    await expectNothingLeaked(overheard);
    readAsViewer(await stage.control.calls(before));
  },
);

journey(
  "somebody from whom one to four items are hidden gets whole percent and no figure to undo it with",
  siteWith({ data: shop() }),
  async (stage) => {
    await goalOver(stage, "SHOP-1 VAULT-1 VAULT-3");
    const overheard = overhear(stage.page);
    await stage.asUser(people.outsider);
    await stage.open(dashboardPath);
    const gadget = stage.gadget("Goal progress");
    await expectText(gadget, "50 %");
    await expectText(gadget, "Some items are hidden from you. The number includes them.");
    await expectAbsent(gadget, "items done");
    await gadget.getByRole("button", { name: "Show the items" }).click();
    await expectText(gadget, "what each item brings is not shown");
    await lookEverywhere(stage);
    await expectNothingLeaked(overheard);
  },
);

journey(
  "somebody who may see none of the work does not learn that the goal exists",
  siteWith({ data: shop() }),
  async (stage) => {
    await goalOver(stage, "SHOP-1 VAULT-1");
    const overheard = overhear(stage.page);
    await stage.asUser(people.guest);
    await stage.open(dashboardPath);
    const gadget = stage.gadget("Goal progress");
    await expectText(gadget, "This goal does not exist any more, or you may not see it.");
    const { app } = await openGoalsPage(stage);
    await expectText(app, "No goals yet");
    const told = (await overheard.answers()).join("\n");
    expectEqual(told.includes(goal), false, "the goal's title in an answer");
  },
);

/** The lead makes a goal over these issues and puts it on the dashboard. */
async function goalOver(stage: Stage, keys: string): Promise<void> {
  await stage.asUser(people.lead);
  const goals = await openGoalsPage(stage);
  await goals.create(goal);
  await goals.linkKeys(keys);
  await stage.control.settle();
  await addProgress(stage, goal);
}

/** Every other place where the goal is shown: its own page, an issue it holds, the project. */
async function lookEverywhere(stage: Stage): Promise<void> {
  const goals = await openGoalsPage(stage);
  await goals.show(goal);
  await expectText(goals.app, "SHOP-2");
  await expectText(goals.app, "An issue you may not see");
  await expectText(await openIssue(stage, "SHOP-2"), goal);
  await stage.open("/projects/SHOP");
  await stage.page.getByRole("navigation", { name: "Project" }).getByText("Goals").click();
  await expectText(stage.surface(), goal);
}

async function expectNothingLeaked(overheard: Overheard): Promise<void> {
  const answers = await overheard.answers();
  expectEqual(answers.length > 4, true, "answers were heard");
  const leaks = answers.filter((answer) => /Merger step|VAULT-/.test(answer));
  expectEqual(leaks, [], "answers that name hidden work");
}

/** Resolvers read issues as the person who looks; as the app they may only count. */
function readAsViewer(calls: readonly Call[]): void {
  const asApp = calls.filter(
    ({ service, functionKey, as, path }) =>
      service === "jira" &&
      functionKey === "resolver" &&
      as === "app" &&
      /\/issue\/|\/search\/jql/.test(path),
  );
  expectEqual(asApp, [], "issues read as the app for a viewer");
}
