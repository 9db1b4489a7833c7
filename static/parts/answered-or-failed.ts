import type { Answer, Problem } from "../../src/contract/answer";
import { waitMilliseconds } from "./wait";

/** "unavailable" is the platform's failure: it rejects, so that it is tried again and shown as failed, not as refused. */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await asked;
  if (!answer.ok && answer.problem.kind === "unavailable") throw new Unavailable();
  return answer;
}

/** For questions: "rate-limited" passes by itself, so it rejects too and leaves the answer before it standing. */
export async function answeredInTime<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await answered(asked);
  if (!answer.ok && answer.problem.kind === "rate-limited") throw new SlowDown(answer.problem);
  return answer;
}

/** A failure is tried again at once, and once only; a limit is not met faster by asking more. */
export function isWorthRetry(failures: number, error: Error): boolean {
  return failures < 1 && !(error instanceof SlowDown);
}

class Unavailable extends Error {
  override readonly name = "Unavailable";
}

/** Jira wants no more questions for a while. */
export class SlowDown extends Error {
  override readonly name = "SlowDown";
  readonly problem: Problem;
  /** After how many milliseconds a view asks again. */
  readonly wait: number;

  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
    this.wait = waitMilliseconds(problem, Date.now());
  }
}
