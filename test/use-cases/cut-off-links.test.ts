import { linkIssue } from "../../src/use-cases/link-issue";
import { linkIssues } from "../../src/use-cases/link-issues";
import { linkRule } from "../../src/use-cases/link-rule";
import type { ViewerPorts } from "../../src/use-cases/ports";
import { recomputeGoal } from "../../src/use-cases/recompute-goal";
import { readEverything } from "../../src/use-cases/settings/read-everything";
import { newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { untilDone } from "./killed-after";
import { laterOn } from "./later-on";
import { linkedGoals } from "./linked-goals";
import { valueOf } from "./value-of";

let app: InProcess;
let lees: ReturnType<typeof linkedGoals>;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  lees = linkedGoals(app);
});
afterEach(() => app.stop());

const linksOf = (goalId: string) => app.ports.store.links.ofGoal(goalId);

async function itemsWith(link: (goalId: string) => Promise<void>) {
  const goalId = await lees.goal();
  await link(goalId);
  await app.settle();
  return lees.itemsOf(goalId);
}

const ways: readonly (readonly [string, (ports: ViewerPorts, goalId: string) => Promise<void>])[] =
  [
    [
      "an issue",
      async (ports, goalId) => {
        const request = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
        valueOf(await linkIssue(ports, request));
      },
    ],
    [
      "several issues",
      async (ports, goalId) => {
        const issueKeys = ["ABC-11", "ABC-12"];
        valueOf(await linkIssues(ports, { key: newKey(), goalId, issueKeys, descendants: true }));
      },
    ],
    [
      "a rule",
      async (ports, goalId) => {
        const request = { key: newKey(), goalId, jql: "key in (ABC-11, ABC-12, ABC-13)" };
        valueOf(await linkRule(ports, { ...request, descendants: false }));
      },
    ],
  ];

test.each(ways)(
  "%s linked by a call that is cut off anywhere counts or is not linked",
  async (_what, link) => {
    const all = await itemsWith((goalId) => link(app.as(lee), goalId));
    expect(all).toBeGreaterThan(0);
    let goalId = await lees.goal();
    const check = async () => {
      await laterOn(app);
      const links = await linksOf(goalId);
      expect(await lees.itemsOf(goalId)).toBe(links.length === 0 ? 0 : all);
      if (links.length > 0) goalId = await lees.goal();
    };
    expect(await untilDone(app.as(lee), (ports) => link(ports, goalId), check)).toBeGreaterThan(5);
    await check();
  },
);

test.each(ways)("%s linked again right after a cut is read at once", async (_what, link) => {
  const all = await itemsWith((goalId) => link(app.as(lee), goalId));
  let goalId = await lees.goal();
  const again = async () => {
    await link(app.as(lee), goalId);
    await app.settle();
    expect(await lees.itemsOf(goalId)).toBe(all);
    goalId = await lees.goal();
  };
  expect(await untilDone(app.as(lee), (ports) => link(ports, goalId), again)).toBeGreaterThan(5);
});

test("an issue linked with another wish for its descendants is linked at every place of a cut", async () => {
  const goalId = await lees.goalOf(["ABC-1"]);
  await app.settle();
  const all = await lees.itemsOf(goalId);
  const wish = async (ports: ViewerPorts, descendants: boolean) => {
    const request = { key: newKey(), goalId, issueKey: "ABC-1", descendants };
    valueOf(await linkIssue(ports, request));
  };
  let descendants = false;
  const check = async () => {
    await laterOn(app);
    const links = await linksOf(goalId);
    expect(links.length).toBeGreaterThan(0);
    expect(await lees.itemsOf(goalId)).toBe(links.some((each) => each.descendants) ? all : 1);
    await wish(app.as(lee), descendants);
    await laterOn(app);
    expect((await linksOf(goalId)).map((each) => each.descendants)).toEqual([descendants]);
    expect(await lees.itemsOf(goalId)).toBe(descendants ? all : 1);
    descendants = !descendants;
  };
  await untilDone(app.as(lee), (ports) => wish(ports, descendants), check);
  await check();
});

test("a goal asked to be read again by a call that is cut off is current afterwards", async () => {
  const goalId = await lees.goalOf(["ABC-1"]);
  await app.settle();
  const again = async (ports: ViewerPorts) => {
    valueOf(await recomputeGoal(ports, { goalId }));
  };
  const check = async () => {
    await laterOn(app);
    expect((await lees.progressOf(goalId)).reading).toEqual({ kind: "current" });
  };
  expect(await untilDone(app.as(lee), again, check)).toBeGreaterThan(1);
  await check();
});

test("all goals asked to be read again by a call that is cut off are current afterwards", async () => {
  const goals = [await lees.goalOf(["ABC-1"]), await lees.goalOf(["ABC-11"])];
  await app.settle();
  const again = async (ports: ViewerPorts) => {
    valueOf(await readEverything(ports, { key: newKey() }));
  };
  const check = async () => {
    await laterOn(app);
    for (const goalId of goals) {
      expect((await lees.progressOf(goalId)).reading).toEqual({ kind: "current" });
    }
  };
  expect(await untilDone(app.as(ana), again, check)).toBeGreaterThan(1);
  await check();
});
