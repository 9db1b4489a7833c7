import type { TerminalClause } from "@atlaskit/jql-ast";
import type { JqlContext } from "./field";
import { fieldNamed } from "./fields";
import { instantOf } from "./instants";
import { type RightPart, type RightSide, rightSide } from "./operand";
import { wantedIds } from "./reference-clause";
import { invalid } from "./refusal";

/** Ids on one side of a change; `orEmpty` takes no value too. */
export type Side = { readonly ids: ReadonlySet<string>; readonly orEmpty: boolean };

/** What the predicates behind WAS and CHANGED ask for. Instants are epoch milliseconds, both ends included. */
export type Predicates = {
  readonly since: number;
  readonly until: number;
  /** Account ids; undefined for anybody. */
  readonly by: ReadonlySet<string> | undefined;
  readonly from: Side | undefined;
  readonly to: Side | undefined;
};

const day = 86_400_000;

/** Reads AFTER, BEFORE, DURING, ON, BY, FROM and TO; several narrow each other down. */
export function readPredicates(
  { predicates }: TerminalClause,
  name: string,
  context: JqlContext,
): Predicates {
  let read: Predicates = {
    since: Number.NEGATIVE_INFINITY,
    until: Number.POSITIVE_INFINITY,
    by: undefined,
    from: undefined,
    to: undefined,
  };
  for (const { operator, operand } of predicates) {
    if (!operand) throw invalid(`The predicate '${operator.value}' needs a value.`);
    read = { ...read, ...narrowed(read, operator.value, rightSide(operand), { name, context }) };
  }
  return read;
}

type About = { readonly name: string; readonly context: JqlContext };

function narrowed(
  read: Predicates,
  operator: string,
  right: RightSide,
  { name, context }: About,
): Partial<Predicates> {
  const within = ([since, until]: readonly [number, number]) => ({
    since: Math.max(read.since, since),
    until: Math.min(read.until, until),
  });
  switch (operator) {
    case "from":
    case "to":
      return { [operator]: sideOf(right, name, context) };
    case "by":
      return { by: sideOf(right, "assignee", context).ids };
    default:
      return within(windowOf(operator, right, { name, context }));
  }
}

function sideOf(right: RightSide, name: string, context: JqlContext): Side {
  const field = fieldNamed(name);
  if (field.kind !== "reference") throw invalid(`The value is not one of field '${name}'.`);
  return wantedIds({ field, name, right }, context);
}

function windowOf(operator: string, { parts }: RightSide, about: About): readonly [number, number] {
  const instants = parts.map((part) => instantIn(part, about));
  const [first, second] = instants;
  if (first === undefined) throw invalid(`The predicate '${operator}' needs a date.`);
  switch (operator) {
    case "after":
      return [first + 1, Number.POSITIVE_INFINITY];
    case "before":
      return [Number.NEGATIVE_INFINITY, first - 1];
    case "on": {
      const midnight = Math.floor(first / day) * day;
      return [midnight, midnight + day - 1];
    }
    default:
      if (second === undefined) throw invalid(`The predicate '${operator}' needs two dates.`);
      return [first, second];
  }
}

function instantIn(part: RightPart, { name, context }: About): number {
  if (part.kind === "empty") throw invalid(`A date for field '${name}' cannot be empty.`);
  return instantOf(part, name, context.now);
}
