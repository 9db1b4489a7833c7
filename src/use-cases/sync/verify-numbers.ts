import { subHours } from "date-fns";
import { compareIds } from "../../domain/compare-ids";
import type { Ports } from "../ports";
import { rollDirtyGoals } from "../roll-goals";
import { findSuspects, mostIssues, type Suspects } from "./find-suspects";
import { verifyGoal } from "./verify-goal";
import type { Verification } from "./verify-ports";
import { verifyTree } from "./verify-tree";

/** Goals of one step, after which it can be cut off and gone on with. */
const goalsPerStep = 500;
/** Longer than any invocation may last: nobody is left who read the row while it was in scope. */
const goneHours = 1;

/**
 * Compares what counts in every goal with the goals' tree, every goal's scope with links and facts, and its number with
 * that: what differs is repaired and counted, because the numbers of the day should have needed no repair. Many goals are
 * compared at once; those that seem wrong are looked at one by one. Goes on where the last run was cut off, for as long as
 * it may.
 */
export async function verifyNumbers(
  ports: Ports,
  mayGoOn: () => boolean = () => true,
  most = mostIssues,
): Promise<Verification> {
  const { store, now } = ports;
  const before = await store.verify.found();
  let found = before;
  if (found?.after == null) {
    found = { goals: 0, repaired: await verifyTree(ports), after: "0", at: now() };
    if (found.repaired > 0) await store.verify.noteFound(found);
  }
  await rollDirtyGoals(ports);
  const suspects = await findSuspects(ports, most);
  do {
    found = await verifyStep(ports, { suspects, mayGoOn }, found);
    await store.verify.noteFound(found);
  } while (found.after !== null && mayGoOn());
  return found;
}

type Way = { readonly suspects: Suspects; readonly mayGoOn: () => boolean };

async function verifyStep(
  ports: Ports,
  { suspects, mayGoOn }: Way,
  found: Verification,
): Promise<Verification> {
  const { store, now } = ports;
  const after = found.after ?? "0";
  const goals = await store.verify.rolledAfter(after, goalsPerStep);
  const last = goals.at(-1)?.goal.id;
  const at = now();
  if (last === undefined) return { ...found, at, after: null };
  const { lookedIds, suspectIds } = await suspects.among(goals);
  let upTo = last;
  let repaired = 0;
  for (const [place, goalId] of suspectIds.entries()) {
    if (place > 0 && !mayGoOn()) {
      upTo = suspectIds[place - 1] ?? last;
      break;
    }
    repaired += await verifyGoal(ports, goalId);
  }
  await store.verify.forgetGone({ after, upTo }, subHours(now(), goneHours));
  if (suspectIds.length > 0) await rollDirtyGoals(ports);
  return {
    at,
    goals: found.goals + lookedIds.filter((id) => compareIds(id, upTo) <= 0).length,
    repaired: found.repaired + repaired,
    after: upTo,
  };
}
