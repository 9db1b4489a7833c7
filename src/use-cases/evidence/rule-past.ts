import type { Named } from "../../domain/replay/history";
import { parseQuery } from "../../domain/replay/query/parse-query";
import type { Query, QueryField } from "../../domain/replay/query/query";
import type { PastWords } from "./past-words";

/**
 * A rule as a query that can be asked of the past; null where a word of it cannot be looked up, so that the query would
 * bring nothing where Jira brings something.
 */
export function pastQueryOf(jql: string, words: PastWords): Query | null {
  const query = parseQuery(jql);
  return query === null || !isUnderstood(query, words) ? null : query;
}

function isUnderstood(query: Query, words: PastWords): boolean {
  switch (query.kind) {
    case "and":
    case "or":
      return query.of.every((each) => isUnderstood(each, words));
    case "not":
      return isUnderstood(query.of, words);
    case "clause":
      return query.values.every((value) => value === null || isKnown(query.field, value, words));
  }
}

function isKnown(field: QueryField, value: string, words: PastWords): boolean {
  const known = knownBy[field];
  return known === null || known(value, words);
}

/** How the words of a field are looked up; null where any word is understood, because issues carry it themselves. */
const knownBy: Readonly<Record<QueryField, ((value: string, words: PastWords) => boolean) | null>> =
  {
    project: (value, { projectIds, query }) =>
      projectIds.some((id) => isAmong(value, [id, ...query.projectNames(id)])),
    sprint: isNumber,
    parent: isIssue,
    key: isIssue,
    status: (value, { vocabulary }) => isNamed(value, vocabulary.statuses),
    type: (value, { vocabulary }) => isNamed(value, vocabulary.types),
    "fix-version": null,
    component: null,
    labels: null,
    resolution: null,
    "status-category": null,
  };

function isNumber(value: string): boolean {
  return /^\d+$/.test(value);
}

function isIssue(value: string, { query }: PastWords): boolean {
  return isNumber(value) || query.issueIdOf(value.toUpperCase()) !== null;
}

const isNamed = (value: string, list: readonly Named[]) =>
  list.some(({ id, name }) => isAmong(value, [id, name]));

const isAmong = (value: string, names: readonly string[]) =>
  names.some((name) => name.toLowerCase() === value.toLowerCase());
