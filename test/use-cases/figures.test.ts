import { rolesOf } from "../../src/domain/role";
import { rollUp } from "../../src/domain/roll-up";
import { currentFigures } from "../../src/use-cases/figures";
import { rollDirtyGoals } from "../../src/use-cases/roll-goals";
import { aGoal } from "../build/goal";
import { cellOf, histogramOf } from "../build/histogram-of";
import { tenIssueEpic, tenIssuePools } from "../build/ten-issue-epic";
import { tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

const roles = rolesOf(tenIssueEpic, { countSubTasks: false });
/** All that is Done has settled. */
const longBefore = new Date("2020-01-06T09:00:00Z");
const rows = tenIssueEpic.map((item) => ({
  item,
  key: `SHOP-${item.id}`,
  role: roles.get(item.id) ?? ("leaf" as const),
  dropped: cellOf(item, "leaf", "points").dropped,
  settleAt: item.doneSince === null ? null : longBefore,
  secured: false,
}));

test("a number is computed with the pools of today where it was made from older ones", async () => {
  const { goals, scope, projects, sync } = app.ports.store;
  const pools = tenIssuePools["10000"];
  if (pools === undefined) throw new Error("the ten issues have a pool");
  await projects.putPools(pools);
  await goals.insert(aGoal({ id: "1" }));
  await scope.replaceScope("1", rows, 1, app.ports.now());
  await sync.markGoals(["1"]);
  await rollDirtyGoals(app.ports);
  const stored = (await goals.rowById("1"))?.rollup;
  if (stored == null) throw new Error("the goal was rolled");
  expect((await currentFigures(app.ports, stored)).stored).toEqual(stored);

  const larger = { n: 9, p10: 2, median: 8, p90: 40 };
  const byType = { ...pools.byType, points: { "10001": larger } };
  const today = { ...pools, version: "today", byType };
  await projects.putPools(today);
  const { stored: now } = await currentFigures(app.ports, stored);
  expect(now.poolVersions).toEqual({ "10000": "today" });
  expect(now.rollup).toEqual(
    rollUp(histogramOf(tenIssueEpic, "points"), "points", { "10000": today }),
  );
  expect(now.rollup).not.toEqual(stored.rollup);
});
