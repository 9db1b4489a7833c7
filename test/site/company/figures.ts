import type { IssueLine } from "../jira/import/issue-line";
import { nearestRank } from "./nearest-rank";
import { scopeGrowth } from "./scope-growth";
import { isDoneStatus } from "./vocabulary";

/** What issues with their history are like, in the figures that tell generated work from real work. */
export type Figures = {
  readonly issues: number;
  /** Issues that left Done at least once ÷ issues that are Done. */
  readonly reopenedShare: number;
  /** Issues Done with a resolution of the default dropped list ÷ issues that are Done. */
  readonly droppedShare: number;
  /** Days from creation to resolution, by nearest rank. */
  readonly leadDays: { readonly p25: number; readonly p50: number; readonly p95: number };
  readonly scopeGrowth: ReturnType<typeof scopeGrowth>;
};

export function figuresOf(lines: readonly IssueLine[]): Figures {
  const done = lines.filter((line) => line.statusCategory === "done");
  const leads = lines.flatMap(leadOf).toSorted((a, b) => a - b);
  return {
    issues: lines.length,
    reopenedShare: lines.filter(wasReopened).length / done.length,
    droppedShare: done.filter(isDropped).length / done.length,
    leadDays: {
      p25: nearestRank(leads, 0.25),
      p50: nearestRank(leads, 0.5),
      p95: nearestRank(leads, 0.95),
    },
    scopeGrowth: scopeGrowth(lines),
  };
}

function isDropped({ statusCategory, resolution }: IssueLine): boolean {
  return statusCategory === "done" && dropped.includes(resolution?.toLowerCase() ?? "");
}

const dropped = (
  "won't do|won't fix|duplicate|cannot reproduce|declined|not a bug|not a problem|not our bug|incomplete|" +
  "abandoned|obsolete|invalid|later"
).split("|");

function wasReopened({ changelog }: IssueLine): boolean {
  return changelog.some(
    (change) =>
      change.field === "status" &&
      isDoneStatus(change.fromString) &&
      !isDoneStatus(change.toString),
  );
}

function leadOf({ created, resolved }: IssueLine): readonly number[] {
  return resolved === null ? [] : [(Date.parse(resolved) - Date.parse(created)) / 86_400_000];
}
