import type { ReadingPause } from "../contract/progress";
import type { Goal } from "../domain/goal";
import { isTheirs, type Ownership } from "./ownership";
import type { ViewerPorts } from "./ports";
import { refused, type Refused } from "./refusal";
import { sightOf, sightOfGoals, type Sight } from "./sight";
import type { GoalRow } from "./store-ports";
import { pauseAt } from "./sync/reading-pause";

/** A goal that the person may see, and what they may see of its work. */
export type VisibleGoal = { readonly row: GoalRow; readonly sight: Sight };

/** Goals are changed by their owner, by whoever made one that nobody owns, and by Jira's administrators. */
export async function mayEdit({ viewer }: ViewerPorts, goal: Ownership): Promise<boolean> {
  return isTheirs(goal, viewer.accountId) || viewer.isAdmin();
}

/** The same for many goals: one question to Jira at most. */
export async function editableAmong(
  ports: ViewerPorts,
  goals: readonly Goal[],
): Promise<(goal: Goal) => boolean> {
  const { accountId } = ports.viewer;
  const isAdmin =
    goals.some((goal) => !isTheirs(goal, accountId)) && (await ports.viewer.isAdmin());
  return (goal) => isAdmin || isTheirs(goal, accountId);
}

/**
 * A goal is seen by whoever may browse at least one project of its scope; by its owner, by whoever made it and by
 * administrators in any case.
 */
export async function visibleAmong(
  ports: ViewerPorts,
  rows: readonly GoalRow[],
): Promise<{ readonly rows: readonly GoalRow[]; readonly sight: Sight }> {
  const sight = await sightOfGoals(ports, rollupsOf(rows));
  const own = await Promise.all(rows.map((row) => seesRow(ports, row, sight)));
  return { rows: rows.filter((_, at) => own[at] === true), sight };
}

/** What is hidden is not told apart from what does not exist. */
export async function findVisible(
  ports: ViewerPorts,
  goalId: string,
): Promise<VisibleGoal | Refused> {
  const row = await ports.store.goals.rowById(goalId);
  if (row === null) return refused("no-such-goal");
  const sight = await sightOfGoals(ports, rollupsOf([row]));
  return (await seesRow(ports, row, sight)) ? { row, sight } : refused("no-such-goal");
}

/** The same with the one statement that a gadget has for it, which also tells why a reading does not go on. */
export async function findVisibleAtOnce(
  ports: ViewerPorts,
  goalId: string,
): Promise<(VisibleGoal & { readonly pause: ReadingPause | null }) | Refused> {
  const { store, viewer, now } = ports;
  const at = now();
  const found = await store.goals.rowForViewer(goalId, viewer.accountId, at);
  const { row, browsable, allowance } = found;
  if (row === null) return refused("no-such-goal");
  const sight = await sightOf(ports, rollupsOf([row]), browsable);
  if (!(await seesRow(ports, row, sight))) return refused("no-such-goal");
  return { row, sight, pause: allowance === null ? null : pauseAt(at, allowance) };
}

/** A goal that the person may change; `field` is where the request names it. */
export async function findEditable(ports: ViewerPorts, goalId: string): Promise<Goal | Refused> {
  const goal = await ports.store.goals.byId(goalId);
  if (goal === null) return refused("no-such-goal");
  if (await mayEdit(ports, goal)) return goal;
  const visible = await findVisible(ports, goalId);
  return "ok" in visible ? visible : refused("not-allowed");
}

export const isRefused = (found: object): found is Refused => "ok" in found;

async function seesRow(ports: ViewerPorts, row: GoalRow, sight: Sight): Promise<boolean> {
  const { goal, rollup } = row;
  const { accountId } = ports.viewer;
  if (goal.owner === accountId || goal.createdBy === accountId) return true;
  if (Object.keys(rollup?.leavesByProject ?? {}).some(sight.mayBrowse)) return true;
  return ports.viewer.isAdmin();
}

const rollupsOf = (rows: readonly GoalRow[]) => rows.flatMap((row) => row.rollup ?? []);
