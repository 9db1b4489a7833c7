import type {
  ClassTotals,
  GoalProgress,
  ItemView,
  ProgressView,
  GoalItems,
} from "../../../src/contract/progress";

type Total = { readonly count: number; readonly size: number | null };

const total = (count: number, size: number | null = count): Total => ({ count, size });

/** The ten-issue epic of product.md under points: 10 of 34 points, between 15.9 and 31.3 %. */
const epicClasses: ClassTotals = {
  confirmed: total(4, 7),
  claimed: total(1, 3),
  active: total(1, 8),
  todo: total(2, 16),
  dropped: total(2, 8),
};

export function progress(change: Partial<ProgressView> = {}): ProgressView {
  return {
    number: {
      kind: "value",
      headline: 10 / 34,
      low: 7 / 44,
      high: 10 / 32,
      exact: true,
    },
    classes: epicClasses,
    unsized: 1,
    hidden: { kind: "none" },
    asOf: "2026-11-23T09:40:00.000Z",
    reading: { kind: "current" },
    ...change,
  };
}

/** Before anything is linked. */
export const noWork: ProgressView = {
  number: { kind: "none", why: "no-work" },
  classes: null,
  unsized: null,
  hidden: { kind: "none" },
  asOf: null,
  reading: { kind: "current" },
};

/** What a viewer gets from whom 1 to 4 items are hidden (C15). */
export const withheld = progress({
  number: { kind: "value", headline: 0.29, low: 0.16, high: 0.31, exact: false },
  classes: null,
  unsized: null,
  hidden: { kind: "some" },
});

export function goalProgress(change: Partial<GoalProgress> = {}): GoalProgress {
  return {
    goalId: "7",
    title: "Cut checkout p95 below 300 ms",
    state: "committed",
    rule: "points",
    targetDay: "2026-12-12",
    progress: progress(),
    spread: { lowest: 0.197, highest: 0.75, dependsOnRule: true },
    ...change,
  };
}

function item(change: Partial<ItemView> = {}): ItemView {
  return {
    issueId: "10001",
    key: "PAY-1",
    title: "Cache cart totals",
    projectKey: "PAY",
    class: "confirmed",
    reason: "done-settled",
    since: "2026-11-03T10:00:00.000Z",
    resolution: "Done",
    size: 3,
    unsized: false,
    sizeSource: "own-points",
    contribution: 3 / 34,
    ...change,
  };
}

const open = { since: null, resolution: null, contribution: 0 } as const;

/** The leaves of the ten-issue epic. */
export const epicItems: ItemView[] = [
  item(),
  item({
    issueId: "10002",
    key: "PAY-2",
    title: "Retry 3-D Secure",
    size: 2,
    contribution: 2 / 34,
  }),
  item({
    ...open,
    issueId: "10003",
    key: "PAY-3",
    title: "Old gateway shim",
    class: "dropped",
    reason: "done-dropped-resolution",
    resolution: "Won't Do",
    size: 5,
  }),
  item({
    ...open,
    issueId: "10004",
    key: "PAY-4",
    title: "Cache cart totals again",
    class: "dropped",
    reason: "done-dropped-resolution",
    resolution: "Duplicate",
    size: 3,
    unsized: true,
    sizeSource: "pool-type",
  }),
  item({
    ...open,
    issueId: "10005",
    key: "PAY-5",
    title: "Edge cache for carts",
    class: "active",
    reason: "in-progress",
    size: 8,
  }),
  item({ issueId: "10006", key: "PAY-6", title: "Trim payloads", size: 1, contribution: 1 / 34 }),
  item({
    ...open,
    issueId: "10007",
    key: "PAY-7",
    title: "Measure the worst hour",
    class: "todo",
    reason: "not-started",
    size: 3,
    unsized: true,
    sizeSource: "pool-type",
  }),
  item({
    ...open,
    issueId: "10008",
    key: "PAY-8",
    title: "Split the order service",
    class: "todo",
    reason: "not-started",
    size: 13,
  }),
  item({ issueId: "10009", key: "PAY-9", title: "Warm the pool", size: 1, contribution: 1 / 34 }),
  item({
    issueId: "10010",
    key: "PAY-10",
    title: "Drop the second hop",
    class: "claimed",
    reason: "done-open-sub-task",
    contribution: 3 / 34,
  }),
];

export function goalItems(change: Partial<GoalItems> = {}): GoalItems {
  return {
    items: epicItems,
    next: null,
    hiddenRow: null,
    progress: progress(),
    settleDays: [{ projectKey: "PAY", days: 7, reopenings: 4 }],
    pools: [{ projectKey: "PAY", version: "a1b2c3", sized: 8 }],
    ...change,
  };
}
