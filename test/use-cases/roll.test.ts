import { rollDirtyGoals } from "../../src/use-cases/roll-goals";
import { aGoal } from "../build/goal";
import { tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

const idsOf = (count: number) => Array.from({ length: count }, (_, n) => String(1000 + n));

test.each([50, 51, 350, 351, 650])(
  "all of %i goals that wait are computed in one run, and again when it is known how much they take",
  async (count) => {
    const { goals, sync } = app.ports.store;
    for (const id of idsOf(count)) await goals.insert(aGoal({ id }));
    await sync.markGoals(idsOf(count));
    await rollDirtyGoals(app.ports);
    expect(await sync.dirtyGoals()).toBe(0);
    await sync.markGoals(idsOf(count));
    await rollDirtyGoals(app.ports);
    expect(await sync.dirtyGoals()).toBe(0);
    const rows = await goals.rows({ includeArchived: false });
    expect(rows.filter(({ rollup }) => rollup !== null)).toHaveLength(count);
  },
);

test("goals whose scopes took much before are computed too, one by one after the first fifty", async () => {
  const { goals, sync, rollups } = app.ports.store;
  for (const id of idsOf(52)) await goals.insert(aGoal({ id }));
  await sync.markGoals(idsOf(52));
  await rollDirtyGoals(app.ports);
  for (const { rollup } of await goals.rows({ includeArchived: false })) {
    if (rollup !== null) await rollups.putAll([{ rollup, sequence: 1, effort: 1_000_000 }]);
  }
  await sync.markGoals(idsOf(52));
  app.sql.forgetStatements();
  await rollDirtyGoals(app.ports);
  expect(await sync.dirtyGoals()).toBe(0);
  expect(app.sql.statements().filter((sql) => sql.startsWith("INSERT"))).toHaveLength(3);
});
