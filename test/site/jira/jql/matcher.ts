import type { StoredIssue } from "../store/issue";
import type { RightSide } from "./operand";
import { invalid } from "./refusal";

/** A clause made ready: which issues it holds for, and a small set that contains them all where an index knows one. */
export type Matcher = {
  readonly matches: (issue: StoredIssue) => boolean;
  readonly candidates?: ReadonlySet<string> | undefined;
};

/** One clause, its parts looked up. */
export type ReadClause<F> = {
  readonly name: string;
  readonly field: F;
  readonly operator: string;
  readonly right: RightSide;
  /** The right side as written. */
  readonly encoded: string;
};

/** Jira's refusal of an operator that a field does not know. */
export function notSupported(operator: string, name: string) {
  return invalid(`The operator '${operator}' is not supported by the '${name}' field.`);
}
