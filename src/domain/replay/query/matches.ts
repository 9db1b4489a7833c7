import type { Named } from "../history";
import type { ItemAsOf } from "../as-of";
import type { Clause, Query, QueryField } from "./query";

/** What today's site says about the words of a rule. */
export type QueryWords = {
  /** A project's key and name. */
  readonly projectNames: (projectId: string) => readonly string[];
  readonly sprintName: (sprintId: string) => string | null;
  /** Today's name of a version, component, status, type or resolution; null for one that no longer exists. */
  readonly nameOf: (field: QueryField, id: string) => string | null;
  readonly issueIdOf: (key: string) => string | null;
};

/**
 * Whether an issue matched a rule, by its fields as of then and by the names of today, in which the rule is written. As
 * in JQL, "is not" and "not in" leave out what has no value.
 */
export function matches(query: Query, issue: ItemAsOf, words: QueryWords): boolean {
  switch (query.kind) {
    case "and":
      return query.of.every((each) => matches(each, issue, words));
    case "or":
      return query.of.some((each) => matches(each, issue, words));
    case "not":
      return !matches(query.of, issue, words);
    case "clause":
      return matchesClause(query, issue, words);
  }
}

function matchesClause({ field, operator, values }: Clause, issue: ItemAsOf, words: QueryWords) {
  const own = valuesOf[field](issue, words);
  const asked = values.flatMap((value) => (value === null ? [] : idsAsked(field, value, words)));
  const isAsked = own.some((names) => names.some((name) => asked.includes(name.toLowerCase())));
  const isEmpty = own.length === 0;
  if (operator === "in") return isAsked || (isEmpty && asksForEmpty(field, values));
  return !isEmpty && !isAsked;
}

/** "Unresolved" is JQL's word for no resolution. */
const asksForEmpty = (field: QueryField, values: Clause["values"]) =>
  values.some(
    (value) => value === null || (field === "resolution" && value.toLowerCase() === "unresolved"),
  );

/** Issues are asked for by key or id, everything else by name or id. */
function idsAsked(field: QueryField, value: string, { issueIdOf }: QueryWords): readonly string[] {
  if (field !== "parent" && field !== "key") return [value.toLowerCase()];
  return [issueIdOf(value.toUpperCase()) ?? value];
}

/** Each value of the field with all the names by which a rule may ask for it. */
const valuesOf: Readonly<
  Record<QueryField, (issue: ItemAsOf, words: QueryWords) => readonly (readonly string[])[]>
> = {
  project: ({ item }, { projectNames }) => [[item.projectId, ...projectNames(item.projectId)]],
  type: ({ values }, words) => [namesOf("type", values.type, words)],
  "fix-version": ({ values }, words) =>
    values.fixVersions.map((version) => namesOf("fix-version", version, words)),
  labels: ({ values }) => values.labels.map((label) => [label]),
  parent: ({ item }) => (item.parentId === null ? [] : [[item.parentId]]),
  status: ({ values }, words) =>
    values.status === null ? [] : [namesOf("status", values.status, words)],
  "status-category": ({ item }) => [categoryNames[item.category]],
  resolution: ({ values }, words) =>
    values.resolution === null ? [] : [namesOf("resolution", values.resolution, words)],
  component: ({ values }, words) =>
    values.components.map((component) => namesOf("component", component, words)),
  sprint: ({ values }, { sprintName }) =>
    values.sprintIds.map((id) => [id, ...[sprintName(id) ?? []].flat()]),
  key: ({ item }) => [[item.id]],
};

const namesOf = (field: QueryField, { id, name }: Named, { nameOf }: QueryWords) => [
  id,
  nameOf(field, id) ?? name,
];

/** Ids, keys and English names of Jira's status categories. */
const categoryNames = {
  new: ["2", "new", "to do"],
  indeterminate: ["4", "indeterminate", "in progress"],
  done: ["3", "done", "complete"],
} as const;
