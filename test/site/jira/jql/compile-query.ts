import { type Clause, ORDER_BY_DIRECTION_DESC, type OrderBy, type Query } from "@atlaskit/jql-ast";
import type { StoredIssue } from "../store/issue";
import { compileClause } from "./clause";
import type { JqlContext } from "./field";
import { fieldNamed } from "./fields";
import type { Matcher } from "./matcher";
import { parseQuery } from "./parse-query";
import { invalid, JqlRefusal, refusingTogether } from "./refusal";
import { structureOf } from "./structure";

/** A query ready to run for one asker at one instant. */
export type CompiledQuery = {
  readonly matches: (issue: StoredIssue) => boolean;
  /** The order of the query, for sorting. */
  readonly compare: (a: StoredIssue, b: StoredIssue) => number;
  /** Everything the asker may see that matches, in the order of the query. */
  readonly run: () => readonly StoredIssue[];
};

const unbounded =
  "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.";

/** Reads and checks a query; throws JqlRefusal. */
export function compileQuery(jql: string, context: JqlContext): CompiledQuery {
  const query = parseQuery(jql);
  if (!query.where) throw new JqlRefusal("syntax", unbounded);
  const { matcher, compare } = compileParts(query, context);
  const matches = (issue: StoredIssue) => context.asker.sees(issue) && matcher.matches(issue);
  return {
    matches,
    compare,
    run: () => candidates(matcher, context).filter(matches).sort(compare),
  };
}

/** Reads and checks a query without running it; an unbounded one is fine here. The answer is its syntax tree. */
export function checkQuery(jql: string, context: JqlContext) {
  const query = parseQuery(jql);
  compileParts(query, context);
  return structureOf(query);
}

function compileParts(query: Query, context: JqlContext) {
  let matcher: Matcher = { matches: () => true };
  let compare: Compare = byNewest;
  refusingTogether(["where", "order"] as const, (part) => {
    if (part === "order") compare = compileOrder(query, context);
    else if (query.where) matcher = compileWhere(query.where, context);
  });
  return { matcher, compare };
}

function candidates(matcher: Matcher, { world }: JqlContext): StoredIssue[] {
  if (matcher.candidates === undefined) return [...world.store.all()];
  return [...matcher.candidates].flatMap((id) => world.store.byId(id) ?? []);
}

function compileWhere(clause: Clause, context: JqlContext): Matcher {
  switch (clause.clauseType) {
    case "terminal":
      return compileClause(clause, context);
    case "not": {
      const { matches } = compileWhere(clause.clause, context);
      return { matches: (issue) => !matches(issue) };
    }
    case "compound": {
      const parts = refusingTogether(clause.clauses, (each) => compileWhere(each, context));
      return clause.operator.value === "and" ? both(parts) : either(parts);
    }
  }
}

function both(parts: readonly Matcher[]): Matcher {
  const [smallest] = parts
    .flatMap(({ candidates: set }) => set ?? [])
    .sort((a, b) => a.size - b.size);
  return {
    matches: (issue) => parts.every((part) => part.matches(issue)),
    candidates: smallest,
  };
}

function either(parts: readonly Matcher[]): Matcher {
  const sets = parts.flatMap(({ candidates: set }) => set ?? []);
  return {
    matches: (issue) => parts.some((part) => part.matches(issue)),
    candidates: sets.length === parts.length ? new Set(sets.flatMap((set) => [...set])) : undefined,
  };
}

type Compare = (a: StoredIssue, b: StoredIssue) => number;

/** Jira does not document the order of a query without ORDER BY: here the newest come first. */
const byNewest: Compare = (a, b) => b.createdAt - a.createdAt || Number(b.id) - Number(a.id);

function compileOrder(query: Query, context: JqlContext): Compare {
  if (!query.orderBy) return byNewest;
  const { fields } = query.orderBy;
  if (fields.length > 7) throw invalid("JQL can be ordered by at most 7 fields.");
  const comparisons = refusingTogether(fields, (field) => compareBy(field, context));
  return (a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return byNewest(a, b);
  };
}

function compareBy(ordered: OrderBy["fields"][number], context: JqlContext): Compare {
  const name = ordered.field.value;
  const { sortKey } = sortable(name);
  if (sortKey === undefined) throw invalid(`Not able to sort using field '${name}'.`);
  const sign = ordered.direction?.value === ORDER_BY_DIRECTION_DESC ? -1 : 1;
  return (a, b) => sign * compareKeys(sortKey(a, context), sortKey(b, context));
}

function sortable(name: string) {
  try {
    return fieldNamed(name);
  } catch (refusal) {
    if (refusal instanceof JqlRefusal && refusal.kind === "invalid") {
      throw invalid(`Not able to sort using field '${name}'.`);
    }
    throw refusal;
  }
}

function compareKeys(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
