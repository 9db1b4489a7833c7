import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { moveGoal } from "../../src/use-cases/move-goal";
import type { ViewerPorts } from "../../src/use-cases/ports";
import { getSettings } from "../../src/use-cases/settings/get-settings";
import { saveSettings } from "../../src/use-cases/settings/save-settings";
import { unlink } from "../../src/use-cases/unlink";
import { aDraft, newKey } from "../handlers/app-calls";
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

async function goal(title: string, parentId: string | null = null) {
  const draft = aDraft({ owner: lee, title, parentId });
  return valueOf(await createGoal(app.as(lee), { key: newKey(), goal: draft })).goalId;
}

async function link(goalId: string) {
  const request = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  const { linkId } = valueOf(await linkIssue(app.as(lee), request));
  await app.settle();
  return linkId;
}

test("a move that is cut off at any place leaves both parents with what is below them", async () => {
  const [one, other] = [await goal("One"), await goal("Other")];
  const child = await goal("Child", one);
  await link(child);
  const all = await lees.itemsOf(child);
  expect(await lees.itemsOf(one)).toBe(all);

  const seen = async () => {
    const goalNow = await app.ports.store.goals.byId(child);
    if (goalNow === null) throw new Error("the goal is there");
    return goalNow;
  };
  const move = async (ports: ViewerPorts) => {
    const { parentId: above, version } = await seen();
    const parentId = above === one ? other : one;
    const request = { key: newKey(), goalId: child, version, parentId };
    valueOf(await moveGoal(ports, request));
  };
  const check = async () => {
    await laterOn(app);
    const isUnderOne = (await seen()).parentId === one;
    expect([await lees.itemsOf(one), await lees.itemsOf(other)]).toEqual(
      isUnderOne ? [all, 0] : [0, all],
    );
  };
  expect(await untilDone(app.as(lee), move, check)).toBeGreaterThan(10);
  await check();
});

test("a link that is taken off by a call that is cut off takes its work along", async () => {
  const goalId = await goal("Goal");
  let linkId = await link(goalId);
  const all = await lees.itemsOf(goalId);
  const check = async () => {
    await laterOn(app);
    const isLinked = (await app.ports.store.links.byId(linkId)) !== null;
    expect(await lees.itemsOf(goalId)).toBe(isLinked ? all : 0);
    if (!isLinked) linkId = await link(goalId);
  };
  const take = async (ports: ViewerPorts) => {
    valueOf(await unlink(ports, { key: newKey(), goalId, linkId }));
  };
  expect(await untilDone(app.as(lee), take, check)).toBeGreaterThan(5);
  await check();
});

test("settings that are saved by a call that is cut off still reach every number", async () => {
  const goalId = await goal("Goal");
  await link(goalId);
  const settingsNow = async () => valueOf(await getSettings(app.as(ana)));
  const droppedNow = async () =>
    valueOf(await goalProgress(app.as(ana), { goalId })).progress.classes?.dropped.count ?? 0;
  const droppedByRule = new Map<string, number>([["Duplicate,Won't Do", await droppedNow()]]);

  const change = async (ports: ViewerPorts) => {
    const { settings, version } = await settingsNow();
    const isShort = settings.droppedResolutions.length === 1;
    const droppedResolutions = isShort ? ["Duplicate", "Won't Do"] : ["Duplicate"];
    const request = { key: newKey(), version, settings: { ...settings, droppedResolutions } };
    valueOf(await saveSettings(ports, request));
  };
  const check = async () => {
    await laterOn(app);
    const rule = (await settingsNow()).settings.droppedResolutions.join();
    const dropped = await droppedNow();
    expect(droppedByRule.get(rule) ?? dropped).toBe(dropped);
    droppedByRule.set(rule, dropped);
  };
  await change(app.as(ana));
  await check();
  await untilDone(app.as(ana), change, check);
  await check();
  expect(new Set(droppedByRule.values()).size).toBe(droppedByRule.size);
});
