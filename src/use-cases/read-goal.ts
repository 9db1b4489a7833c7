import type { Ports } from "./ports";
import { readPass } from "./sync/read-pass";
import { takeTurn, type Turn, TurnEnded } from "./sync/take-turn";

/**
 * Reads the links of a goal from Jira, and with it all goals that wait to be read, because Jira is asked once for what
 * they share; then computes them and the goals they count in. A reading that was cut off is gone on with where it
 * stands; a job whose wish was already met by another does nothing.
 */
export async function readGoal(
  ports: Ports,
  { goalId }: { readonly goalId: string },
): Promise<void> {
  if (!(await isToBeRead(ports, goalId))) return;
  const begun = ports.now();
  for (;;) {
    const turn = await takeTurn(ports, begun);
    if (turn === null) return;
    const ended = await work(turn, goalId);
    if (ended === null) continue;
    return goOn(turn, ended === "taken" ? lookAgainSeconds : 0);
  }
}

/** By a job for a goal of the pass: one for a goal that is read would do nothing. */
async function goOn({ ports, pass }: Turn, delaySeconds: number): Promise<void> {
  const [next] = pass().goals;
  if (next !== undefined)
    await ports.queue.push({ kind: "read-goal", goalId: next.goalId }, delaySeconds);
}

/** When it is seen whether another, who has taken the pass over, came to its end. */
const lookAgainSeconds = 120;

/** A goal that nobody has ever asked to be read is asked for here. */
async function isToBeRead({ store, now }: Ports, goalId: string): Promise<boolean> {
  const row = await store.goals.rowById(goalId);
  if (row === null) return false;
  if (row.reading !== null) return row.reading.kind === "queued" || row.reading.kind === "reading";
  await store.rollups.setReading(goalId, { kind: "queued", since: now() });
  return true;
}

/** Null when the pass came to its end. What Jira sends away comes again, for the goal of its job. */
async function work(turn: Turn, goalId: string): Promise<TurnEnded["why"] | null> {
  try {
    await readPass(turn);
    return null;
  } catch (error) {
    if (error instanceof TurnEnded) return error.why;
    if (isForNow(error)) {
      await turn.pause();
      if (turn.pass().goals.every((each) => each.goalId !== goalId)) await goOn(turn, 0);
    }
    throw error;
  }
}

/** Jira is busy, and said when it may be asked again. */
const isForNow = (error: unknown) =>
  error instanceof Error && "retryAfterSeconds" in error && error.retryAfterSeconds !== null;
