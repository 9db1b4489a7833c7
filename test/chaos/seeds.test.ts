import { namedSeeds } from "./named-seeds";
import { forgetting } from "./planted-bugs";
import { runSeed } from "./run-seed";
import { shortened } from "./shorten";
import { troubles } from "./troubles";

jest.setTimeout(180_000);

/** The app's log of what it was refused would drown the tests'. */
beforeEach(() => {
  jest.spyOn(console, "warn").mockReturnValue(undefined);
  jest.spyOn(console, "error").mockReturnValue(undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

test.each([1, 2, 3])("seed %i: every number is right after the storm", async (seed) => {
  const { wrong, faults, calls } = await runSeed(seed);
  expect(wrong).toEqual([]);
  expect(faults.size).toBeGreaterThan(5);
  expect(calls).toBeGreaterThan(500);
});

test.each(namedSeeds)("seed $seed: $bug", async ({ seed, rounds, without }) => {
  expect((await runSeed(seed, { rounds, without })).wrong).toEqual([]);
});

test("a seed tells the same story each time", async () => {
  const first = await runSeed(4, { rounds: 2 });
  expect(await runSeed(4, { rounds: 2 })).toEqual(first);
});

describe("a planted bug is found", () => {
  const writes = /^\s*(?:INSERT|REPLACE|UPDATE)\b/i;

  test.each([
    ["places in scopes", /\bgoal_scope\b/],
    ["members of links", /\bgoal_issue\b/],
  ])(
    "within a few seeds when every second or third write of %s is forgotten",
    async (_what, table) => {
      const isForgotten = (sql: string) => writes.test(sql) && table.test(sql);
      let wrong = 0;
      for (const [seed, every] of [
        [2, 2],
        [2, 3],
        [4, 3],
      ] as const) {
        if (wrong > 0) break;
        const open = forgetting(isForgotten, every);
        wrong = (await runSeed(seed, { rounds: 2, open })).wrong.length;
      }
      expect(wrong).toBeGreaterThan(0);
    },
  );

  test("and its story is cut short", async () => {
    const isForgotten = (sql: string) => writes.test(sql) && /\bgoal_scope\b/.test(sql);
    const without = new Set(troubles.filter((each) => each !== "late events"));
    const options = { open: forgetting(isForgotten, 1), without };
    const failing = await runSeed(1, { ...options, rounds: 1 });
    const short = await shortened(failing, options);
    expect(short.wrong).not.toEqual([]);
    expect([short.rounds, short.troubles]).toEqual([0, []]);
  });
});
