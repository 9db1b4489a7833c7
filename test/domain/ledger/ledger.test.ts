import type { Item } from "../../../src/domain/item";
import type { Cause } from "../../../src/domain/ledger/cause";
import { ledgerOf } from "../../../src/domain/ledger/ledger";
import type { ScopeState } from "../../../src/domain/scope-state";
import { defaultSettings } from "../../../src/domain/settings";
import { aDoneItem, anItem } from "../../build/item";
import { tenIssueEpic, tenIssuePools } from "../../build/ten-issue-epic";

const { droppedResolutions } = defaultSettings;
const epicPool = poolOf(tenIssuePools);
const state = (items: readonly Item[], more: Partial<ScopeState> = {}): ScopeState => ({
  items,
  rule: "count",
  countSubTasks: false,
  droppedResolutions,
  pools: tenIssuePools,
  ...more,
});

type Shown = Partial<Record<Cause, readonly [points: string, ...items: string[]]>>;

/** The causes with something to show: points of percent, then the items in order. */
function shown(
  start: ScopeState,
  end: ScopeState,
  byParentOnly: readonly string[] = [],
): Shown | string {
  const ledger = ledgerOf({ start, end, byParentOnly: new Set(byParentOnly) });
  if (ledger.kind === "no-number") return `${ledger.side}: ${ledger.why}`;
  return Object.fromEntries(
    ledger.entries
      .filter(({ share, items }) => share !== 0 || items.length > 0)
      .map(({ cause, share, items }) => [
        cause,
        [(100 * share).toFixed(1), ...items.map(({ itemId }) => itemId)],
      ]),
  );
}

const isCut = (start: ScopeState, end: ScopeState, byParentOnly: readonly string[] = []) => {
  const ledger = ledgerOf({ start, end, byParentOnly: new Set(byParentOnly) });
  return ledger.kind === "ledger" && ledger.cutScope;
};

function poolOf({ "10000": pool }: typeof tenIssuePools) {
  if (pool === undefined) throw new Error("the fixture has one pool");
  return pool;
}

const open = (id: number, more: Partial<Item> = {}) => anItem({ id: String(id), ...more });
const done = (id: number, more: Partial<Item> = {}) => aDoneItem({ id: String(id), ...more });
const openOnes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => open(from + n));
const four = [done(1), ...openOnes(2, 4)];

describe("the ledger of one cause", () => {
  it("is all finished when an open item becomes Done", () => {
    expect(shown(state(four), state([done(1), done(2), ...openOnes(3, 4)]))).toEqual({
      finished: ["25.0", "2"],
    });
  });

  it("is all reopened when a Done item is opened again", () => {
    expect(shown(state(four), state(openOnes(1, 4)))).toEqual({ reopened: ["-25.0", "1"] });
  });

  it("is added for what joins, Done or open", () => {
    expect(shown(state(four), state([...four, open(5)]))).toEqual({ added: ["-5.0", "5"] });
    expect(shown(state(four), state([...four, done(5)]))).toEqual({ added: ["15.0", "5"] });
  });

  it("is removed for what leaves", () => {
    expect(shown(state(four), state(four.slice(0, 2)))).toEqual({ removed: ["25.0", "3", "4"] });
  });

  it("is dropped, and nothing finished, when 3 of 10 are closed as Won't Do", () => {
    const ten = [done(1), done(2), ...openOnes(3, 10)];
    const wontDo = [8, 9, 10].map((id) => done(id, { resolution: "won't do" }));
    const end = state([...ten.slice(0, 7), ...wontDo]);
    expect(shown(state(ten), end)).toEqual({ dropped: ["8.6", "8", "9", "10"] });
    expect(shown(end, state(ten))).toEqual({ dropped: ["-8.6", "8", "9", "10"] });
  });

  it("is re-estimated for a first estimate too", () => {
    const sized = [done(1, { points: 5 }), open(2, { points: 5 }), open(3)];
    const points = (items: readonly Item[]) => state(items, { rule: "points" });
    const estimated = points([...sized.slice(0, 2), open(3, { points: 10 })]);
    expect(shown(points(sized), estimated)).toEqual({ "re-estimated": ["-13.5", "3"] });
  });

  it("does not see an estimate that its rule does not count", () => {
    const more = [done(1, { points: 8, estimateSeconds: 3600 }), ...openOnes(2, 4)];
    expect(shown(state(four), state(more))).toEqual({});
  });

  it("is re-parented for what comes or goes by its parent alone", () => {
    const moved = [...four, open(5), open(6)];
    expect(shown(state(four), state(moved), ["5", "6"])).toEqual({
      "re-parented": ["-8.3", "5", "6"],
    });
    expect(shown(state(moved), state(four), ["5", "6"])).toEqual({
      "re-parented": ["8.3", "5", "6"],
    });
  });

  it("shows a new parent within the scope, which moves nothing", () => {
    const epics = [
      open(91, { level: 1, hasChildren: true }),
      open(92, { level: 1, hasChildren: true }),
    ];
    const under = (parent: number) => [
      ...epics,
      ...four.map((item) => ({ ...item, parentId: "91" })),
      open(6, { parentId: String(parent) }),
      open(7, { parentId: "92" }),
    ];
    expect(shown(state(under(91)), state(under(92)))).toEqual({ "re-parented": ["0.0", "6"] });
  });

  it("is rule-changed for a change of rule, over all items that it moves", () => {
    const items = [done(1, { points: 2 }), open(2, { points: 6 })];
    expect(shown(state(items), state(items, { rule: "points" }))).toEqual({
      "rule-changed": ["-25.0", "1", "2"],
    });
  });

  it("is rule-changed when sub-tasks begin to count", () => {
    const counting = state(tenIssueEpic, { countSubTasks: true });
    const change = (100 * (7 / 12 - 5 / 8)).toFixed(1);
    const stories = ["20102", "20105", "20110"];
    const subTasks = [1, 2, 3, 4, 5, 6, 7].map((n) => String(20200 + n));
    expect(shown(state(tenIssueEpic), counting)).toEqual({
      "rule-changed": [change, ...stories, ...subTasks],
    });
  });

  it("is settings-and-pool for the dropped list and for pools", () => {
    const items = [...four, done(5, { resolution: "Parked" })];
    const parked = { droppedResolutions: [...droppedResolutions, "PARKED"] };
    expect(shown(state(items), state(items, parked))).toEqual({
      "settings-and-pool": ["-15.0", "5"],
    });
    const unsized = [done(1, { points: 4 }), open(2)];
    const twelve = { "10001": { n: 9, p10: 12, median: 12, p90: 12 } };
    const larger = {
      "10000": { ...epicPool, version: "larger", byType: { points: twelve, time: {} } },
    };
    const before = state(unsized, { rule: "points" });
    expect(shown(before, { ...before, pools: larger })).toEqual({
      "settings-and-pool": ["-32.1", "2"],
    });
  });
});

describe("the ledger of several causes", () => {
  it("gives causes of equal effect equal parts", () => {
    const start = state([done(1), open(2), open(3), open(4)]);
    const end = state([done(1), done(2), open(3), open(4)]);
    expect(shown(start, end)).toEqual({ finished: ["25.0", "2"] });
    const [first, second] = [
      shown(start, state([done(2), ...openOnes(3, 4), open(1)])),
      shown(start, state([open(1), done(2), ...openOnes(3, 4)])),
    ];
    expect(first).toEqual(second);
    expect(first).toEqual({ finished: ["25.0", "2"], reopened: ["-25.0", "1"] });
  });

  it("splits work done and scope cut by the mean over both orders", () => {
    const end = state([done(1), done(2)]);
    expect(shown(state(four), end)).toEqual({
      finished: ["37.5", "2"],
      removed: ["37.5", "3", "4"],
    });
  });

  it("counts closing under a list that itself changes as finished, then as a change of settings", () => {
    const start = state([done(1), open(2), open(3)]);
    const end = state([done(1), open(2), done(3, { resolution: "Parked" })], {
      droppedResolutions: ["Parked"],
    });
    const entries = shown(start, end);
    expect(Object.keys(entries)).toEqual(["finished", "settings-and-pool"]);
  });

  it("turns an epic from a guess into a container by what was added under it", () => {
    const epic = open(9, { level: 1 });
    const filled = { ...epic, hasChildren: true };
    const children = [done(11, { parentId: "9" }), open(12, { parentId: "9" })];
    expect(shown(state([epic, done(1)]), state([filled, done(1), ...children]))).toEqual({
      added: ["16.7", "9", "11", "12"],
    });
    expect(shown(state([filled, done(1), ...children]), state([epic, done(1)]))).toEqual({
      removed: ["-16.7", "9", "11", "12"],
    });
  });

  it("gives an epic that gets children outside the scope to added", () => {
    const epic = open(9, { level: 1, points: 20 });
    const start = state([epic, done(1, { points: 1 })], { rule: "count" });
    const end = state([{ ...epic, hasChildren: true }, done(1, { points: 1 })]);
    expect(shown(start, end)).toEqual({});
    const bigger = { "10000": containersOf(5, 7) };
    expect(shown({ ...start, pools: bigger }, { ...end, pools: bigger })).toEqual({
      added: ["37.5", "9"],
    });
  });
});

/** The epic's pools with this many non-empty epics of this size. */
function containersOf(n: number, size: number) {
  const quantiles = { "1": { n, p10: size, median: size, p90: size } };
  return { ...epicPool, containers: { count: quantiles, points: quantiles, time: quantiles } };
}

describe("a side without a number", () => {
  it("is said, and no zero", () => {
    expect(shown(state([]), state(four))).toBe("start: no-work");
    expect(shown(state(four), state([done(1, { resolution: "Duplicate" })]))).toBe(
      "end: all-dropped",
    );
    expect(shown(state(four), state(four, { rule: "time" }))).toBe("end: too-few-sized");
  });

  it("in between changes nothing by itself", () => {
    expect(shown(state([done(1), open(2)]), state([done(3), open(4)]))).toEqual({
      added: ["0.0", "3", "4"],
      removed: ["0.0", "1", "2"],
    });
  });
});

describe("the banner", () => {
  it("says when over half of a rise came from work that left the scope", () => {
    expect(isCut(state(four), state([done(1)]))).toBe(true);
    expect(
      isCut(
        state(four),
        state([...four.slice(0, 1), ...[2, 3, 4].map((id) => done(id, { resolution: "Later" }))]),
      ),
    ).toBe(true);
    expect(isCut(state(four), state([done(1)]), ["2", "3", "4"])).toBe(true);
  });

  it("is silent on exactly half, on a rise from work done and on a fall", () => {
    expect(isCut(state(four), state([done(1), done(2)]))).toBe(false);
    expect(isCut(state(four), state([done(1), done(2), ...openOnes(3, 4)]))).toBe(false);
    expect(isCut(state(four), state(openOnes(2, 4)))).toBe(false);
  });
});
