import type { Answer } from "../../src/contract/answer";

/** The value of an answer that is no refusal. */
export function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}
