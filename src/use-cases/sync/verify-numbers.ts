import { subHours } from "date-fns";
import type { Ports } from "../ports";
import { rollDirtyGoals } from "../roll-goals";
import { findSuspects, type Suspects } from "./find-suspects";
import { verifyGoal } from "./verify-goal";
import type { Verification } from "./verify-ports";

/** Goals of one step, after which it can be cut off and gone on with. */
const goalsPerStep = 500;
/** Longer than any invocation may last: nobody is left who read the row while it was in scope. */
const goneHours = 1;

/**
 * Compares every goal's scope with links and facts, and its number with that: what differs is repaired and counted,
 * because the numbers of the day should have needed no repair. Many goals are compared at once; those that seem wrong are
 * looked at one by one. Goes on where the last run was cut off, for as long as it may.
 */
export async function verifyNumbers(
  ports: Ports,
  mayGoOn: () => boolean = () => true,
): Promise<Verification> {
  await rollDirtyGoals(ports);
  const before = await ports.store.verify.found();
  let found: Verification = before?.after == null ? { ...nothing, at: ports.now() } : before;
  const suspects = await findSuspects(ports);
  do {
    found = await verifyStep(ports, suspects, found);
    await ports.store.verify.noteFound(found);
  } while (found.after !== null && mayGoOn());
  return found;
}

const nothing = { goals: 0, repaired: 0, after: "0" };

async function verifyStep(
  ports: Ports,
  suspects: Suspects,
  found: Verification,
): Promise<Verification> {
  const { store, now } = ports;
  const after = found.after ?? "0";
  const goals = await store.verify.rolledAfter(after, goalsPerStep);
  const last = goals.at(-1)?.goal.id ?? null;
  const at = now();
  if (last === null) return { ...found, at, after: null };
  const looked = await suspects.among(goals);
  let repaired = 0;
  for (const goalId of looked.suspectIds) {
    if (!(await verifyGoal(ports, goalId))) repaired += 1;
  }
  await store.verify.forgetGone({ after, upTo: last }, subHours(now(), goneHours));
  if (looked.suspectIds.length > 0) await rollDirtyGoals(ports);
  return {
    at,
    goals: found.goals + looked.count,
    repaired: found.repaired + repaired,
    after: last,
  };
}
