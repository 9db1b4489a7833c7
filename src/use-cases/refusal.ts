import type { Answer, Problem, ProblemKind } from "../contract/answer";

/** An expected refusal as a value. */
export type Refused = Extract<Answer<never>, { readonly ok: false }>;

export function answered<T>(value: T): Answer<T> {
  return { ok: true, value };
}

/** `field` is the name of the request's field that the problem belongs to. */
export function refused(kind: ProblemKind, more: Omit<Problem, "kind"> = {}): Refused {
  return { ok: false, problem: { kind, ...more } };
}
