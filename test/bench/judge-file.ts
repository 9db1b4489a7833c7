import { hindsightProgress } from "../../src/domain/judge/hindsight";
import type { JudgedCase } from "../../src/domain/judge/verdict";
import { cellOf, isSettled, leavesOf } from "../../src/domain/leaves";
import { replayIssue, type ReplayedIssue } from "../../src/domain/replay/replay-issue";
import { rollUp } from "../../src/domain/roll-up";
import type { CountingRule } from "../../src/domain/rule";
import type { ScopeAsOf } from "../../src/domain/scope-state";
import { spreadOf } from "../../src/domain/spread";
import { type EndedGoal, endedGoal, scopeOf } from "./ended-goal";
import type { ExportHistories } from "./export-histories";
import { judgedGoals } from "./judged-goals";
import { type SiteAt, siteAt } from "./site-at";

/** What would have been shown of every ended version and epic of one export, month by month. */
export function judgeFile(
  { histories, words, catalog, complete }: ExportHistories,
  rule: CountingRule,
): { readonly goals: number; readonly cases: readonly JudgedCase[] } {
  const issues = histories.map((history) => replayIssue(history, words));
  const knownUntil = lastMoment(issues);
  const isEpic = ({ fields }: ReplayedIssue) =>
    (catalog.types.get(fields.type.at(-1)?.value.id ?? "")?.level ?? 0) > 0;
  const ended = judgedGoals(issues, complete, isEpic).flatMap(
    (goal) => endedGoal(goal, { issues, words, knownUntil }, rule) ?? [],
  );
  const cases = monthsOf(ended).flatMap((month) => {
    const alive = ended.filter(({ beganAt, endedAt }) => beganAt < month && month < endedAt);
    if (alive.length === 0) return [];
    const site = siteAt(issues, words, month);
    return alive.flatMap((goal) => caseOf(goal, site, rule) ?? []);
  });
  return { goals: ended.length, cases };
}

function caseOf(
  { goal, finalScope }: EndedGoal,
  site: SiteAt,
  rule: CountingRule,
): JudgedCase | null {
  const scope = scopeOf(goal, site, rule);
  const progress = progressOf(scope);
  const plain = spreadOf(scope).values.find((each) => each.rule === "done-children")?.value;
  const hindsight = hindsightProgress(finalScope, (id) => site.items.get(id)?.item);
  if (progress.kind === "none" || plain === null || plain === undefined || hindsight === null) {
    return null;
  }
  const { headline, low, high } = progress;
  const kind = goal.assumed ? `${goal.kind}-assumed` : goal.kind;
  return { kind, headline, low, high, plain, hindsight };
}

function progressOf(scope: ScopeAsOf) {
  const cells = leavesOf(scope).map((leaf) =>
    cellOf(leaf, scope.rule, isSettled(leaf.item, scope)),
  );
  return rollUp(cells, scope.rule, scope.pools).progress;
}

/** The first of every month in which a goal was under way, 00:00 UTC. */
function monthsOf(ended: readonly EndedGoal[]): readonly Date[] {
  if (ended.length === 0) return [];
  const first = new Date(Math.min(...ended.map(({ beganAt }) => beganAt.getTime())));
  const last = Math.max(...ended.map(({ endedAt }) => endedAt.getTime()));
  const months: Date[] = [];
  for (let n = 1; ; n++) {
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + n, 1));
    if (month.getTime() >= last) return months;
    months.push(month);
  }
}

/** The instant of the last thing that is known. */
function lastMoment(issues: readonly ReplayedIssue[]): Date {
  const moments = issues.flatMap(({ categories, createdAt }) => [
    createdAt.getTime(),
    categories.at(-1)?.from ?? 0,
  ]);
  return new Date(moments.reduce((latest, each) => Math.max(latest, each), 0));
}
