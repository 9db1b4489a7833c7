import type { Answer } from "../../src/contract/answer";

/** "unavailable" is the platform's failure: it rejects, so that it is tried again and shown as failed, not as refused. */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await asked;
  if (!answer.ok && answer.problem.kind === "unavailable") throw new Unavailable();
  return answer;
}

class Unavailable extends Error {
  override readonly name = "Unavailable";
}
