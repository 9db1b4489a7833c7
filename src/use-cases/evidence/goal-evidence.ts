import type { Answer } from "../../contract/answer";
import type { GoalEvidence } from "../../contract/evidence";
import { withholdFor } from "../../domain/withhold";
import { findVisible, isRefused } from "../permissions";
import type { ViewerPorts } from "../ports";
import { progressViewOf } from "../progress-view";
import { answered } from "../refusal";
import type { GoalRow } from "../store-ports";
import { pauseOver } from "../sync/reading-pause";
import { billView } from "./bill-view";
import { calendarDay } from "./calendar-day";
import { knownPastOf } from "./known-past";
import { makingView } from "./making-view";
import { pastProjects } from "./past-projects";
import { pastState, type State } from "./past-state";
import { pastView } from "./past-view";
import { presentState } from "./present-state";
import { spreadView } from "./spread-view";

type Asked = { readonly goalId: string; readonly at?: string | undefined };

/** What the number of a goal is made of, how certain it is and why, now or at an instant of the past. */
export async function goalEvidence(
  ports: ViewerPorts,
  { goalId, at }: Asked,
): Promise<Answer<GoalEvidence>> {
  const found = await findVisible(ports, goalId);
  if (isRefused(found)) return found;
  const { row, sight } = found;
  const instant = at === undefined ? null : new Date(at);
  if (instant !== null && instant < ports.now()) {
    return answered(await evidenceAt(ports, row, instant));
  }
  if (row.rollup === null) {
    const progress = progressViewOf(row, sight, await pauseOver(ports, [row]));
    return answered(beforeFirst(ports, row, progress));
  }
  const state = await presentState(ports, row, row.rollup);
  return answered({ ...evidenceOf(row, state), seenThen: null });
}

async function evidenceAt(ports: ViewerPorts, row: GoalRow, at: Date): Promise<GoalEvidence> {
  const past = await knownPastOf(ports, row.goal);
  const projects = pastProjects(ports, past.words);
  const state = await pastState(ports, { past, projects, at });
  return { ...evidenceOf(row, state), seenThen: await seenThen(ports, row.goal.id, state) };
}

function evidenceOf(
  { goal: today }: GoalRow,
  { known, seen }: State,
): Omit<GoalEvidence, "seenThen"> {
  const { goal, scope, knowledge } = known;
  const isUnion = goal.combine === "union";
  return {
    ...headOf({ ...goal, title: today.title }),
    at: scope.asOf.toISOString(),
    past: pastView(knowledge, seen),
    progress: seen.progress,
    spread: isUnion ? spreadView(scope, seen.details) : null,
    making: isUnion && seen.details ? makingView(scope) : null,
    bill: isUnion && seen.details ? billView(known, seen) : null,
  };
}

const headOf = (goal: GoalRow["goal"]) => ({
  goalId: goal.id,
  title: goal.title,
  state: goal.state,
  rule: goal.rule,
  ruleVersion: goal.ruleVersion,
  countSubTasks: goal.countSubTasks,
  combine: goal.combine,
  targetDay: goal.targetDay,
  createdAt: goal.createdAt.toISOString(),
});

/** Nothing was computed yet. */
function beforeFirst(
  { now }: ViewerPorts,
  { goal }: GoalRow,
  progress: GoalEvidence["progress"],
): GoalEvidence {
  return {
    ...headOf(goal),
    at: now().toISOString(),
    past: { kind: "now" },
    progress,
    spread: null,
    making: null,
    bill: null,
    seenThen: null,
  };
}

/** The snapshot of that day, withheld as the state of the same day is. */
async function seenThen(
  { store }: ViewerPorts,
  goalId: string,
  { known, seen }: State,
): Promise<GoalEvidence["seenThen"]> {
  const { timeZone } = await store.settings();
  const day = calendarDay(known.scope.asOf, timeZone);
  const [snapshot] = await store.days.of(goalId, day, day);
  if (snapshot === undefined) return null;
  const { progress, exact } = withholdFor(seen.details ? 0 : 1, snapshot.rollup.progress);
  return {
    day,
    number: progress.kind === "value" ? { ...progress, exact } : progress,
    computedAt: snapshot.computedAt.toISOString(),
  };
}
