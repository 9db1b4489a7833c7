import type { StoredIssue } from "../store/issue";
import { type Matcher, notSupported, type ReadClause } from "./matcher";
import type { JqlContext, JqlField } from "./field";
import { instantOf } from "./instants";
import { comparisons } from "./comparisons";
import type { RightPart } from "./operand";
import { invalid } from "./refusal";

type Instant = Extract<JqlField, { kind: "instant" }>;
type NumberField = Extract<JqlField, { kind: "number" }>;

const day = 86_400_000;

export function instantClause(clause: ReadClause<Instant>, { now }: JqlContext): Matcher {
  const { field, name } = clause;
  const bound = (part: RightPart): number | null => {
    if (part.kind === "empty") return null;
    const instant = instantOf(part, name, now);
    return field.wholeDays === true ? Math.floor(instant / day) * day : instant;
  };
  return orderedClause(clause, field.value, bound);
}

export function numberClause(clause: ReadClause<NumberField>): Matcher {
  const { field, name } = clause;
  const bound = (part: RightPart): number | null => {
    if (part.kind === "call") throw invalid(`Unable to find JQL function '${part.written}()'.`);
    return part.kind === "empty" ? null : field.parse(part.value.text, name);
  };
  return orderedClause(clause, field.value, bound);
}

function orderedClause(
  { operator, name, right }: Omit<ReadClause<unknown>, "field">,
  valueOf: (issue: StoredIssue) => number | null,
  bound: (part: RightPart) => number | null,
): Matcher {
  if (operator === "is" || operator === "is not") {
    return { matches: (issue) => (valueOf(issue) === null) === (operator === "is") };
  }
  const bounds = right.parts.map(bound);
  const holds = comparisons.get(operator);
  const limit = bounds[0] ?? null;
  if (holds !== undefined && limit !== null) {
    return { matches: (issue) => satisfies(valueOf(issue), (value) => holds(value - limit)) };
  }
  if (operator === "=" || operator === "in") {
    return { matches: (issue) => bounds.includes(valueOf(issue)) };
  }
  if (operator === "!=" || operator === "not in") {
    return { matches: (issue) => satisfies(valueOf(issue), (value) => !bounds.includes(value)) };
  }
  throw notSupported(operator, name);
}

/** No value satisfies nothing. */
function satisfies(value: number | null, condition: (value: number) => boolean): boolean {
  return value !== null && condition(value);
}
