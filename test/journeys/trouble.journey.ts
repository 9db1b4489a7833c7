import { addProgress, dashboardPath } from "./dashboard";
import { expectAbsent, expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { moveTo, openIssue } from "./issue-view";
import { journey } from "./journey";
import { people, shop } from "./shop-data";
import { siteWith } from "./site-with";
import type { Stage } from "./stage";

const goal = "Checkout in one minute";

journey(
  "somebody makes the database fail in the fault panel, sees the gadget say so and recover",
  siteWith({ data: shop() }),
  async (stage) => {
    await setUp(stage);
    await switchOn(stage, [{ on: "sql", functionKey: "resolver", fault: { kind: "time-out" } }]);
    await stage.open(dashboardPath);
    await expectText(stage.page.locator("header"), "1 fault on");
    const gadget = stage.gadget("Goal progress");
    await expectText(gadget, "Throughline did not get an answer");
    await stage.accessible("the failed gadget");

    await switchAllOff(stage);
    await gadget.getByRole("button", { name: "Try again" }).click();
    await expectText(gadget, "2 of 4 items done");
  },
);

journey(
  "a change reaches the number although Jira refuses some calls and events come twice",
  siteWith({ data: shop() }),
  async (stage) => {
    await setUp(stage);
    await switchOn(stage, [
      { on: "jira", count: 2, fault: { kind: "status", status: 503, retryAfterSeconds: 1 } },
      { on: "event", fault: { kind: "duplicate" } },
      { on: "consumer", fault: { kind: "redeliver" } },
    ]);
    await openIssue(stage, "SHOP-5");
    await moveTo(stage, "Done");
    await stage.open(dashboardPath);
    await expectText(stage.gadget("Goal progress"), "3 of 4 items done");
  },
);

journey(
  "a reading that Jira refuses for its quota says until when it waits, and goes on by itself",
  siteWith({ data: shop() }),
  async (stage) => {
    await stage.asUser(people.lead);
    await switchOn(stage, [
      {
        on: "jira",
        functionKey: "refresh-consumer",
        fault: { kind: "rate-limit", reason: "quota" },
      },
    ]);
    const goals = await openGoalsPage(stage);
    await goals.create(goal);
    await goals.linkKeys("SHOP-1");
    await stage.control.settle();
    await switchAllOff(stage);
    const gadget = await addProgress(stage, goal);
    await expectText(gadget, /^Being read\..* quota for this hour is used up; goes on at/);
    await stage.accessible("the gadget whose reading waits");
    await stage.picture("reading-waits");
    await stage.control.advance(3_600_000);
    await stage.control.settle();
    await stage.open(dashboardPath);
    await expectText(stage.gadget("Goal progress"), /^As of /);
    await expectAbsent(stage.gadget("Goal progress"), "goes on at");
  },
);

/** A goal of the epic, and its gadget. */
async function setUp(stage: Stage): Promise<void> {
  await stage.asUser(people.lead);
  const goals = await openGoalsPage(stage);
  await goals.create(goal);
  await goals.linkKeys("SHOP-1");
  await stage.control.settle();
  await addProgress(stage, goal);
}

/** In a page of its own, so that the open one stays. */
async function switchAllOff({ page, site }: Stage): Promise<void> {
  const panel = await page.context().newPage();
  await panel.goto(`${site.url}/__site/faults`);
  await panel.getByRole("button", { name: "Switch all off" }).click();
  await panel.getByRole("link", { name: "fault on" }).waitFor({ state: "detached" });
  await panel.close();
}

/** Writes rules into the panel, as somebody does who needs more than its presets. */
async function switchOn({ open, page }: Stage, rules: readonly object[]): Promise<void> {
  await open("/__site/faults");
  await page.getByText("Rules of your own").click();
  await page.getByLabel("JSON: a list of rules").fill(JSON.stringify(rules));
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("link", { name: /faults? on$/ }).waitFor();
}
