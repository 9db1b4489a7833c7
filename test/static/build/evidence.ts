import type {
  BillView,
  EvidenceItems,
  GoalEvidence,
  GoalHistory,
  GoalLedger,
  SpreadView,
} from "../../../src/contract/evidence";
import { epicItems, progress } from "./progress";

type Ledger = Extract<GoalLedger["ledger"], { kind: "ledger" }>;
type Entry = Ledger["entries"][number];

/** The rule spread of the ten-issue epic of product.md. */
const epicSpread: SpreadView = {
  values: [
    { rule: "done-children", value: 0.7, why: null },
    { rule: "half-for-active", value: 0.75, why: null },
    { rule: "sub-tasks", value: 4 / 7, why: null },
    { rule: "points-naive", value: 15 / 36, why: null },
    { rule: "points-with-container", value: 15 / 76, why: null },
    { rule: "count", value: 0.625, why: null },
    { rule: "count-strict", value: 0.5, why: null },
    { rule: "points-sized", value: 10 / 31, why: null },
    { rule: "points", value: 10 / 34, why: null },
    { rule: "time", value: null, why: "nothing-sized" },
  ],
  lowest: 15 / 76,
  highest: 0.75,
  dependsOnRule: true,
};

/** S7 without points, S10 done with an open sub-task. */
const epicBill: Extract<BillView, { kind: "bill" }> = {
  kind: "bill",
  width: 10 / 32 - 7 / 44,
  fixes: [
    {
      defect: "open-sub-task",
      issues: [{ issueId: "10010", key: "PAY-10" }],
      hidden: 0,
      count: 1,
      from: 10 / 32 - 7 / 44,
      to: 10 / 32 - 10 / 44,
    },
    {
      defect: "unsized",
      issues: [{ issueId: "10007", key: "PAY-7" }],
      hidden: 0,
      count: 1,
      from: 10 / 32 - 10 / 44,
      to: 0,
    },
  ],
  rest: 0,
  withoutEffect: [
    {
      defect: "stale-in-progress",
      issues: [{ issueId: "10005", key: "PAY-5" }],
      hidden: 0,
      count: 1,
    },
  ],
};

export function evidence(change: Partial<GoalEvidence> = {}): GoalEvidence {
  return {
    goalId: "7",
    title: "Cut checkout p95 below 300 ms",
    state: "committed",
    rule: "points",
    ruleVersion: 1,
    countSubTasks: false,
    combine: "union",
    targetDay: "2026-12-12",
    createdAt: "2026-09-01T08:00:00.000Z",
    at: "2026-11-23T09:40:00.000Z",
    past: { kind: "now" },
    progress: progress(),
    spread: epicSpread,
    making: { inScope: 18, containers: 1, folded: 7, leaves: 10, dropped: 2 },
    bill: epicBill,
    seenThen: null,
    ...change,
  };
}

function entry(cause: Entry["cause"], change: Partial<Entry> = {}): Entry {
  return { cause, share: 0, items: [], hidden: null, more: null, ...change };
}

const moved = (n: number, share: number) => ({
  issueId: String(10_000 + n),
  key: `PAY-${String(n)}`,
  title: `Moved issue ${String(n)}`,
  share,
});

/** From 20 % by 15 points finished, 3 removed and −8.6 added to 29.4 %; the parts add up to the change. */
export function ledgerOf(change: Partial<Ledger> = {}): Ledger {
  const end = 10 / 34;
  return {
    kind: "ledger",
    start: 0.2,
    end,
    exact: true,
    entries: [
      entry("finished", { share: 0.15, items: [moved(1, 0.1), moved(2, 0.05)] }),
      entry("reopened"),
      entry("added", {
        share: end - 0.2 - 0.15 - 0.03,
        items: [moved(8, end - 0.2 - 0.15 - 0.03)],
      }),
      entry("removed", { share: 0.03, items: [], hidden: { count: 5, share: 0.03 } }),
      entry("dropped"),
      entry("re-estimated"),
      entry("re-parented"),
      entry("rule-changed"),
      entry("settings-and-pool"),
    ],
    cutScope: false,
    ...change,
  };
}

export const replayed = {
  kind: "replayed",
  beforeGoal: false,
  inconsistent: 0,
  unread: 0,
  byToday: [],
} as const;

export function goalLedger(change: Partial<GoalLedger> = {}): GoalLedger {
  return {
    from: "2026-10-24T00:00:00.000Z",
    to: "2026-11-23T09:40:00.000Z",
    pasts: { from: { ...replayed, byToday: [] }, to: { kind: "now" } },
    ledger: ledgerOf(),
    ...change,
  };
}

export function goalHistory(change: Partial<GoalHistory> = {}): GoalHistory {
  const point = (
    at: string,
    source: GoalHistory["points"][number]["source"],
    headline: number | null,
  ) => ({
    at: `${at}T00:00:00.000Z`,
    source,
    headline,
    low: headline === null ? null : headline - 0.05,
    high: headline === null ? null : headline + 0.05,
  });
  return {
    firstAt: "2026-08-01T10:00:00.000Z",
    now: "2026-11-23T09:40:00.000Z",
    createdAt: "2026-09-01T08:00:00.000Z",
    points: [
      point("2026-08-02", "estimated", null),
      point("2026-08-15", "estimated", 0.1),
      point("2026-09-01", "replayed", 0.15),
      point("2026-10-01", "replayed", 0.2),
      point("2026-11-01", "replayed", 0.24),
      point("2026-11-22", "observed", 0.28),
      point("2026-11-23", "observed", 10 / 34),
    ],
    ...change,
  };
}

export function evidenceItems(change: Partial<EvidenceItems> = {}): EvidenceItems {
  return { items: epicItems, next: null, matching: epicItems.length, ...change };
}
