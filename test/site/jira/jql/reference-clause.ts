import type { StoredIssue } from "../store/issue";
import { type Matcher, notSupported, type ReadClause } from "./matcher";
import type { JqlContext, JqlField } from "./field";
import { compareIssues, issueField } from "./issue-reference-fields";
import { comparisons } from "./comparisons";
import type { RightPart } from "./operand";
import { invalid, refusingTogether } from "./refusal";

type Reference = Extract<JqlField, { kind: "reference" }>;

/** `!=` and `not in` hold for no issue without a value, as in Jira. */
export function referenceClause(clause: ReadClause<Reference>, context: JqlContext): Matcher {
  const { field, operator, name } = clause;
  const isEmpty = (issue: StoredIssue) => field.values(issue, context).length === 0;
  if (operator === "is") return { matches: isEmpty };
  if (operator === "is not") return { matches: (issue) => !isEmpty(issue) };
  if (operator === "=" || operator === "in") return containing(clause, context);
  if (operator === "!=" || operator === "not in") return lacking(clause, context);
  const holds = comparisons.get(operator);
  if (holds === undefined) throw notSupported(operator, name);
  return ordered(clause, context, holds);
}

function containing(clause: ReadClause<Reference>, context: JqlContext): Matcher {
  const { field } = clause;
  const { ids, orEmpty } = wantedIds(clause, context);
  return {
    matches: (issue) => {
      const values = field.values(issue, context);
      return values.length === 0 ? orEmpty : values.some((value) => ids.has(value));
    },
    candidates: orEmpty ? undefined : field.candidates?.([...ids], context),
  };
}

function lacking(clause: ReadClause<Reference>, context: JqlContext): Matcher {
  const { ids } = wantedIds(clause, context);
  return {
    matches: (issue) => {
      const values = clause.field.values(issue, context);
      return values.length > 0 && !values.some((value) => ids.has(value));
    },
  };
}

/** The ids on the right side; `orEmpty` when no value is meant too. */
export function wantedIds(
  { field, name, right }: Pick<ReadClause<Reference>, "field" | "name" | "right">,
  context: JqlContext,
) {
  const isEmpty = (part: RightPart) =>
    part.kind === "empty" ||
    (part.kind === "value" && part.value.text.toLowerCase() === field.emptyName);
  const ids = refusingTogether(
    right.parts.filter((part) => !isEmpty(part)),
    (part) => idsOf(part, field, name, context),
  );
  return { ids: new Set(ids.flat()), orEmpty: right.parts.some(isEmpty) };
}

function idsOf(
  part: RightPart,
  field: Reference,
  name: string,
  context: JqlContext,
): readonly string[] {
  switch (part.kind) {
    case "value":
      return field.resolve(part.value, name, context);
    case "call": {
      const ids = field.call?.(part.call, context);
      if (ids === undefined) throw invalid(`Unable to find JQL function '${part.written}()'.`);
      return ids;
    }
    case "empty":
      return [];
  }
}

function ordered(
  { field, name, operator, right }: ReadClause<Reference>,
  context: JqlContext,
  holds: (difference: number) => boolean,
): Matcher {
  const part = right.parts[0];
  if (part?.kind !== "value") throw notSupported(operator, name);
  if (field === issueField) {
    const { text } = part.value;
    return {
      matches: (issue) => {
        const difference = compareIssues(issue, text);
        return difference !== undefined && holds(difference);
      },
    };
  }
  const { compare } = field;
  if (compare === undefined) throw notSupported(operator, name);
  const bounds = field.resolve(part.value, name, context);
  const isBeyond = (value: string, bound: string) => {
    const difference = compare(value, bound, context);
    return difference !== undefined && holds(difference);
  };
  return {
    matches: (issue) =>
      field.values(issue, context).some((value) => bounds.some((bound) => isBeyond(value, bound))),
  };
}
