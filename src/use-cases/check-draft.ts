import { parentageProblemOf, levelsBelow } from "../domain/parentage";
import type { GoalDraft } from "../contract/requests";
import type { Goal } from "../domain/goal";
import { findVisible, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { refused, type Refused } from "./refusal";

/** What speaks against a draft of a goal; `before` is null for a new one. Null when nothing does. */
export async function draftProblem(
  ports: ViewerPorts,
  draft: GoalDraft,
  before: Goal | null,
): Promise<Refused | null> {
  return (
    dayProblem(draft) ??
    (await ownerProblem(ports, draft.owner, before)) ??
    (await parentProblem(ports, draft.parentId, before))
  );
}

function dayProblem({ startDay, targetDay }: GoalDraft): Refused | null {
  if (!isDay(startDay)) return refused("invalid-request", { field: "startDay" });
  if (!isDay(targetDay)) return refused("invalid-request", { field: "targetDay" });
  if (startDay === null || targetDay === null || startDay <= targetDay) return null;
  return refused("target-before-start", { field: "targetDay" });
}

/** A date made of digits need not be a day: 2026-02-31 is none. */
function isDay(day: string | null): boolean {
  return day === null || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

async function ownerProblem(
  { jira, viewer }: ViewerPorts,
  owner: string | null,
  before: Goal | null,
): Promise<Refused | null> {
  if (owner === null || owner === viewer.accountId || owner === before?.owner) return null;
  const names = await jira.namesOf([owner]);
  return names.has(owner) ? null : refused("invalid-request", { field: "owner" });
}

/** A goal joins any parent that its author sees; joining counts only once the goal is committed. */
export async function parentProblem(
  ports: ViewerPorts,
  parentId: string | null,
  before: Goal | null,
): Promise<Refused | null> {
  if (parentId === null || parentId === before?.parentId) return null;
  const field = "parentId";
  const parent = await findVisible(ports, parentId);
  if (isRefused(parent)) return refused("no-such-goal", { field });
  if (parent.row.goal.archived) return refused("archived", { field });
  const problem = parentageProblemOf({
    goalId: before?.id ?? null,
    parentId,
    ancestorsOfParent: await ports.store.goals.ancestorsOf(parentId),
    levelsBelow: before === null ? 0 : await levelsUnder(ports, before.id),
  });
  return problem === null ? null : refused(problem, { field });
}

async function levelsUnder({ store }: ViewerPorts, goalId: string): Promise<number> {
  const rows = await store.goals.rows({ includeArchived: true });
  return levelsBelow(
    goalId,
    rows.map(({ goal }) => goal),
  );
}
