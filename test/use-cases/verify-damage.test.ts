import { catchUp } from "../../src/use-cases/catch-up";
import { verifyNight } from "../../src/use-cases/sync/verify-night";
import { verifyNumbers } from "../../src/use-cases/sync/verify-numbers";
import { ana } from "../handlers/ten-issue-data";
import { openBreakable, type Breakable } from "./breakable";
import { untilDone } from "./killed-after";

let site: Breakable;
beforeEach(async () => {
  site = await openBreakable();
});
afterEach(() => site.app.stop());

const half = { kind: "value", headline: 0.5, low: 0.5, high: 0.5 } as const;

const damages: readonly (readonly [string, number, () => Promise<void>])[] = [
  [
    "a goal no longer counts in its parent",
    1,
    async () => {
      await site.forgetPair(site.goals.mid, site.goals.low);
      await site.placeAnew(site.goals.mid);
    },
  ],
  [
    "a goal no longer counts in itself",
    1,
    async () => {
      await site.forgetPair(site.goals.low, site.goals.low);
      await site.placeAnew(site.goals.low);
    },
  ],
  [
    "a goal counts in one that is not above it",
    1,
    async () => {
      await site.addPair(site.goals.side, site.goals.low);
      await site.placeAnew(site.goals.side);
    },
  ],
  [
    "no goal counts in any",
    5,
    async () => {
      await site.tell("DELETE FROM goal_closure");
      await site.placeAnew(...Object.values(site.goals));
    },
  ],
  [
    "the tree is wrong, and nobody has computed by it yet",
    1,
    () => site.forgetPair(site.goals.mid, site.goals.low),
  ],
  [
    "a goal that is gone still holds work",
    0,
    async () => {
      await site.tell("INSERT INTO goal_closure VALUES (999999, 999999, 0)");
      const [row] = await site.app.ports.store.scope.leaves(site.goals.low, null, 1);
      const place = { goalId: "999999", issueId: row?.item.id ?? "", stamp: 1, row: row ?? null };
      await site.app.ports.store.scope.place([place], site.app.ports.now());
    },
  ],
  [
    "a weighted parent's progress is overwritten",
    1,
    async () => {
      const { rollup } = await site.stored(site.goals.top);
      await site.overwrite(site.goals.top, { rollup: { ...rollup, progress: half } });
    },
  ],
  [
    "the progress of a weighted parent's own links is overwritten",
    1,
    () => site.overwrite(site.goals.own, { weighted: { own: half } }),
  ],
  [
    "a weighted parent did not follow its child",
    1,
    async () => {
      const old = await site.stored(site.goals.top);
      await site.tell("UPDATE goal SET weight = 7 WHERE id = ?", site.goals.side);
      await site.rollAnew(site.goals.top);
      await site.tell("UPDATE goal SET weight = 2 WHERE id = ?", site.goals.side);
      expect((await site.stored(site.goals.top)).rollup.progress).not.toEqual(old.rollup.progress);
    },
  ],
  [
    "a child's number is overwritten",
    1,
    async () => {
      const { rollup } = await site.stored(site.goals.side);
      await site.overwrite(site.goals.side, { rollup: { ...rollup, progress: half } });
    },
  ],
  [
    "a child's number is overwritten, and its weighted parent follows",
    1,
    async () => {
      const { rollup } = await site.stored(site.goals.side);
      await site.overwrite(site.goals.side, { rollup: { ...rollup, progress: half } });
      await site.rollAnew(site.goals.top);
    },
  ],
  [
    "a place in a scope is lost",
    1,
    async () => {
      await site.misplace(site.goals.low, null);
      await site.rollAnew(site.goals.low);
    },
  ],
  [
    "a scope holds what no link brings",
    1,
    async () => {
      await site.misplace(site.goals.low, { id: "999999" });
      await site.rollAnew(site.goals.low);
    },
  ],
  [
    "a scope says what was true once",
    1,
    async () => {
      await site.misplace(site.goals.low, {
        category: "indeterminate",
        resolution: null,
        doneSince: null,
      });
      await site.rollAnew(site.goals.low);
    },
  ],
];

test.each(damages)("one night repairs and counts that %s", async (_name, repaired, damage) => {
  const right = await site.numbers();
  await damage();
  expect(await verifyNumbers(site.app.ports)).toMatchObject({ goals: 5, repaired, after: null });
  expect(await site.numbers()).toEqual(right);
  expect(await verifyNumbers(site.app.ports)).toMatchObject({ goals: 5, repaired: 0 });
});

test.each(damages)(
  "so it does goal by goal, where there is too much to compare at once: %s",
  async (_name, repaired, damage) => {
    const right = await site.numbers();
    await damage();
    let found = await verifyNumbers(site.app.ports, () => false, 0);
    for (let jobs = 1; found.after !== null; jobs++) {
      expect(found.goals).toBe(jobs);
      found = await verifyNumbers(site.app.ports, () => false, 0);
    }
    expect(found).toMatchObject({ goals: 5, repaired });
    expect(await site.numbers()).toEqual(right);
  },
);

test("the work of a goal that is gone leaves all above it in one night", async () => {
  await site.tell("DELETE FROM goal WHERE id = ?", site.goals.low);
  expect(await verifyNumbers(site.app.ports)).toMatchObject({ goals: 4, repaired: 2 });
  const none = { kind: "none", why: "no-work" };
  expect((await site.stored(site.goals.mid)).rollup.progress).toEqual(none);
  const side = (await site.stored(site.goals.side)).rollup.progress;
  expect(side.kind).toBe("value");
  expect(await verifyNumbers(site.app.ports)).toMatchObject({ goals: 4, repaired: 0 });
});

test("a change of the tree that is under way is no mistake", async () => {
  const { states, goals: kept } = site.app.ports.store;
  await states.write("follow-up:1", { kind: "tree" }, site.app.ports.now());
  await site.tell("UPDATE goal SET parent_id = NULL WHERE id = ?", site.goals.low);
  expect(await verifyNumbers(site.app.ports)).toMatchObject({ repaired: 0 });
  expect(await kept.countedIn(site.goals.low)).toEqual([site.goals.low]);
});

test("weighted goals need no repair, day after day, while their work is done, settles and leaves", async () => {
  const { app, goals, numbers } = site;
  const { catalog, byKey } = app.jira.store;
  const doneId = [...catalog.statuses.values()].find(({ name }) => name === "Done")?.id;
  const id = (key: string) => byKey(key)?.id ?? "";
  const seen = new Set([JSON.stringify(await numbers())]);
  const afterDays = async (days: number) => {
    await app.settle();
    await app.clock.advance(days * 24 * 3_600_000);
    await catchUp(app.ports);
    await app.settle();
    expect(await verifyNumbers(app.ports)).toMatchObject({ goals: 5, repaired: 0 });
    seen.add(JSON.stringify(await numbers()));
  };
  await afterDays(1);
  app.jira.transition(id("ABC-17"), doneId ?? "", ana);
  app.jira.editFields(id("ABC-11"), { storyPoints: 5 }, ana);
  await afterDays(1);
  await afterDays(30);
  app.jira.deleteIssue(id("ABC-11"), ana);
  await afterDays(1);
  expect(seen.size).toBeGreaterThan(3);
  expect((await site.stored(goals.own)).rollup.progress.kind).toBe("none");
});

test("damage of every kind is repaired by a night that is cut off at any call", async () => {
  const right = await site.numbers();
  await site.misplace(site.goals.low, null);
  await site.forgetPair(site.goals.mid, site.goals.low);
  await site.addPair(site.goals.side, site.goals.low);
  await site.placeAnew(site.goals.mid, site.goals.side);
  await site.overwrite(site.goals.own, { weighted: { own: half } });
  expect(await site.numbers()).not.toEqual(right);
  expect(await untilDone(site.app.ports, verifyNight)).toBeGreaterThan(30);
  expect(await site.numbers()).toEqual(right);
});
