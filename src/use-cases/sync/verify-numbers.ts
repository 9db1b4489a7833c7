import { subHours } from "date-fns";
import { rollUp } from "../../domain/roll-up";
import { hasVersions } from "../figures";
import { placeInScope } from "../place-in-scope";
import type { Ports } from "../ports";
import { rollDirtyGoals } from "../roll-goals";
import type { GoalRow } from "../store-ports";
import { verificationKey } from "./state-keys";

/** What a verification found. */
export type Verification = {
  readonly at: string;
  readonly goals: number;
  /** Goals whose scope or number was not what their links and facts make it. */
  readonly repaired: number;
};

/** Longer than any invocation may last: nobody is left who read the row while it was in scope. */
const goneHours = 1;

/**
 * Places every goal's scope anew from links and facts and computes its number from that: what differs is repaired and
 * counted, because the numbers of the day should have needed no repair. Goals that wait to be computed are left out.
 */
export async function verifyNumbers(ports: Ports): Promise<Verification> {
  const { store, now } = ports;
  await rollDirtyGoals(ports);
  const rows = await store.goals.rows({ includeArchived: false });
  const settled = rows.filter(({ reading }) => reading === null || reading.kind === "complete");
  let repaired = 0;
  for (const row of settled) {
    if (!(await verifyGoal(ports, row))) repaired += 1;
  }
  await rollDirtyGoals(ports);
  const found = { at: now().toISOString(), goals: settled.length, repaired };
  await store.states.write(verificationKey, found, now());
  return found;
}

/** Whether the goal was right. Somebody else's change in the meantime is no mistake. */
async function verifyGoal(ports: Ports, row: GoalRow): Promise<boolean> {
  const { store, now } = ports;
  const { goal } = row;
  const sequence = await sequenceOf(ports, goal.id);
  const moved = await placeInScope(ports, goal, sequence);
  await store.scope.forgetGone(goal.id, subHours(now(), goneHours));
  const isRight = moved === 0 && (await isRolled(ports, row));
  if (isRight) return true;
  if ((await sequenceOf(ports, goal.id)) !== sequence) return true;
  await store.sync.markGoals([goal.id]);
  return false;
}

const sequenceOf = async ({ store }: Ports, goalId: string) =>
  (await store.sync.sequencesOf([goalId])).get(goalId) ?? 0;

/** Whether the stored number is what its scope makes it. The parts of a weighted parent are verified by themselves. */
async function isRolled({ store }: Ports, { goal, rollup: stored }: GoalRow): Promise<boolean> {
  if (stored?.weighted !== null) return true;
  const pools = await store.projects.pools(Object.keys(stored.leavesByProject));
  if (!hasVersions(pools, stored.poolVersions)) return true;
  const cells = await store.scope.histogram(goal.id, goal.rule, stored.computedAt);
  return JSON.stringify(rollUp(cells, goal.rule, pools)) === JSON.stringify(stored.rollup);
}
