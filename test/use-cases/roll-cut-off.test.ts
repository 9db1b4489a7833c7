import { rollDirtyGoals } from "../../src/use-cases/roll-goals";
import { openBreakable, type Breakable } from "./breakable";
import { untilDone } from "./killed-after";

let site: Breakable;
beforeEach(async () => {
  site = await openBreakable();
});
afterEach(() => site.app.stop());

test("a weighted parent follows its child wherever the computing of the two is cut off", async () => {
  const { goals, numbers, overwrite, rollAnew, stored } = site;
  const right = await numbers();
  const { rollup } = await stored(goals.side);
  const progress = { kind: "value", headline: 0.5, low: 0.5, high: 0.5 } as const;
  await overwrite(goals.side, { rollup: { ...rollup, progress } });
  await rollAnew(goals.top);
  expect(await numbers()).not.toEqual(right);
  await site.app.ports.store.sync.markGoals([goals.side]);
  expect(await untilDone(site.app.ports, rollDirtyGoals)).toBeGreaterThan(1);
  expect(await numbers()).toEqual(right);
});
