import type { Clause, Query, QueryField } from "./query";
import { type Token, tokensOf } from "./tokens";

/**
 * Reads a rule whose past membership can be evaluated: comparisons of replayable fields with values, joined by AND, OR
 * and NOT. Null for any other JQL (functions, text search, dates, history, other fields): of that only today's
 * membership is known. The order of the results does not matter to membership.
 */
export function parseQuery(jql: string): Query | null {
  const tokens = tokensOf(jql);
  if (tokens === null) return null;
  const end = orderAt(tokens);
  const read = readOr({ tokens: tokens.slice(0, end), at: 0 });
  return read?.next.at === end ? read.query : null;
}

type Place = { readonly tokens: readonly Token[]; readonly at: number };
type Read = { readonly query: Query; readonly next: Place } | null;

function orderAt(tokens: readonly Token[]): number {
  const at = tokens.findIndex((_, n) => isWord(tokens[n], "order") && isWord(tokens[n + 1], "by"));
  return at === -1 ? tokens.length : at;
}

const isWord = (token: Token | undefined, word: string) =>
  token?.kind === "text" && !token.quoted && token.text.toLowerCase() === word;
const isSign = (token: Token | undefined, sign: string) =>
  token?.kind === "sign" && token.text === sign;

const here = ({ tokens, at }: Place) => tokens[at];
const after = ({ tokens, at }: Place, many = 1): Place => ({ tokens, at: at + many });

const readOr = (place: Place): Read => readJoined(place, "or", readAnd);
const readAnd = (place: Place): Read => readJoined(place, "and", readNot);

function readJoined(place: Place, word: "and" | "or", readPart: (place: Place) => Read): Read {
  const first = readPart(place);
  if (first === null) return null;
  const parts = [first.query];
  let { next } = first;
  while (isWord(here(next), word)) {
    const part = readPart(after(next));
    if (part === null) return null;
    parts.push(part.query);
    next = part.next;
  }
  return { query: parts.length === 1 ? first.query : { kind: word, of: parts }, next };
}

function readNot(place: Place): Read {
  if (isWord(here(place), "not") || isSign(here(place), "!")) {
    const denied = readNot(after(place));
    return denied === null ? null : { ...denied, query: { kind: "not", of: denied.query } };
  }
  if (!isSign(here(place), "(")) return readClause(place);
  const inner = readOr(after(place));
  if (inner === null || !isSign(here(inner.next), ")")) return null;
  return { query: inner.query, next: after(inner.next) };
}

function readClause(place: Place): Read {
  const name = here(place);
  const field = name?.kind === "text" ? fields.get(name.text.toLowerCase()) : undefined;
  const comparison = readOperator(after(place));
  if (field === undefined || comparison === null) return null;
  const { operator, isList, next } = comparison;
  const read = isList ? readList(next) : readValue(next);
  if (read === null) return null;
  const query = { kind: "clause", field, operator, values: read.values } as const;
  return { query, next: read.next };
}

type Comparison = {
  readonly operator: Clause["operator"];
  readonly isList: boolean;
  readonly next: Place;
};

function readOperator(place: Place): Comparison | null {
  const [first, second] = [here(place), here(after(place))];
  if (isSign(first, "=")) return { operator: "in", isList: false, next: after(place) };
  if (isSign(first, "!=")) return { operator: "not-in", isList: false, next: after(place) };
  if (isWord(first, "in")) return { operator: "in", isList: true, next: after(place) };
  if (isWord(first, "not") && isWord(second, "in")) {
    return { operator: "not-in", isList: true, next: after(place, 2) };
  }
  if (!isWord(first, "is")) return null;
  if (isWord(second, "not")) return { operator: "not-in", isList: false, next: after(place, 2) };
  return { operator: "in", isList: false, next: after(place) };
}

type Values = { readonly values: Clause["values"]; readonly next: Place } | null;

function readValue(place: Place): Values {
  const token = here(place);
  if (token?.kind !== "text" || isSign(here(after(place)), "(")) return null;
  const isEmpty = isWord(token, "empty") || isWord(token, "null");
  return { values: [isEmpty ? null : token.text], next: after(place) };
}

function readList(place: Place): Values {
  if (!isSign(here(place), "(")) return null;
  const values: (string | null)[] = [];
  let next = place;
  do {
    const read = readValue(after(next));
    if (read === null) return null;
    values.push(...read.values);
    next = read.next;
  } while (isSign(here(next), ","));
  return isSign(here(next), ")") ? { values, next: after(next) } : null;
}

/** JQL's names of the replayable fields, in small letters. */
const fields: ReadonlyMap<string, QueryField> = new Map<string, QueryField>([
  ["project", "project"],
  ["type", "type"],
  ["issuetype", "type"],
  ["fixversion", "fix-version"],
  ["labels", "labels"],
  ["parent", "parent"],
  ["epic link", "parent"],
  ["status", "status"],
  ["statuscategory", "status-category"],
  ["resolution", "resolution"],
  ["component", "component"],
  ["sprint", "sprint"],
  ["key", "key"],
  ["issuekey", "key"],
  ["issue", "key"],
  ["id", "key"],
]);
