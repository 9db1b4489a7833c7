import { closingOf, partsOf } from "./rewriting";
import { isSign, isWord, type Token } from "./tokens";

/** What a result's column comes from, as far as the type of its values follows from it. */
export type ColumnSource =
  /** A stored column, also the least or greatest of one: it keeps the column's type. */
  | "stored"
  /** A sum: DECIMAL. */
  | "sum"
  /** An average: DECIMAL with four more digits. */
  | "average"
  /** Anything else that is computed: counts, arithmetic, cases. */
  | "computed";

/** The source of each column of a query's result, by the column's name. Names are followed into subqueries. */
export function columnSources(tokens: readonly Token[]): ReadonlyMap<string, ColumnSource> {
  const [outermost, ...inner] = selectLists(tokens);
  const named = new Map<string, ColumnSource>();
  for (const list of inner.toReversed()) {
    for (const item of list) if (!isPlain(item)) named.set(nameOf(item), sourceOf(item, named));
  }
  return new Map((outermost ?? []).map((item) => [nameOf(item), sourceOf(item, named)]));
}

type Item = readonly Token[];

/** The lists between SELECT and FROM, in the order in which their SELECT stands; the outermost first. */
function selectLists(tokens: readonly Token[]): readonly (readonly Item[])[] {
  const found = tokens.flatMap((token, at) => {
    if (!isWord(token, "SELECT")) return [];
    return [{ depth: depthAt(tokens, at), list: partsOf(listAfter(tokens, at)) }];
  });
  return found.toSorted((a, b) => a.depth - b.depth).map(({ list }) => list);
}

function depthAt(tokens: readonly Token[], at: number): number {
  return tokens.slice(0, at).reduce((depth, token) => depth + step(token), 0);
}

function step(token: Token): number {
  if (isSign(token, "(")) return 1;
  return isSign(token, ")") ? -1 : 0;
}

function listAfter(tokens: readonly Token[], select: number): readonly Token[] {
  const start = isWord(tokens[select + 1], "DISTINCT") ? select + 2 : select + 1;
  const list: Token[] = [];
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || isSign(token, ")") || isWord(token, "FROM", "UNION")) return list;
    const end = isSign(token, "(") ? closingOf(tokens, at) : at;
    list.push(...tokens.slice(at, end + 1));
    at = end;
  }
  return list;
}

/** The alias, or the last part of the column's name. */
function nameOf(item: Item): string {
  return item.at(-1)?.text ?? "";
}

function withoutAlias(item: Item): Item {
  const as = item.at(-2);
  if (isWord(as, "AS")) return item.slice(0, -2);
  return hasBareAlias(item) ? item.slice(0, -1) : item;
}

/** `MIN(id) least`: a name behind what is an expression already. */
function hasBareAlias(item: Item): boolean {
  const [before, last] = item.slice(-2);
  if (before === undefined || last === undefined || last.kind === "sign") return false;
  const endsBefore = isSign(before, ")") || before.kind !== "sign";
  return endsBefore && !isWord(last, "END") && !isWord(before, "CASE", "THEN", "ELSE", "NOT", "IS");
}

/** `column`, `table.column`. */
function isPlain(item: Item): boolean {
  const bare = withoutAlias(item);
  const named = bare.filter(({ kind }) => kind === "word" || kind === "name");
  return (
    (bare.length === 1 && named.length === 1) ||
    (bare.length === 3 && isSign(bare[1], ".") && named.length === 2)
  );
}

function sourceOf(item: Item, named: ReadonlyMap<string, ColumnSource>): ColumnSource {
  const bare = withoutAlias(item);
  if (isPlain(item)) return named.get(nameOf(bare)) ?? "stored";
  const inner = argumentOfExtreme(bare);
  if (inner !== undefined) return isPlain(inner) ? sourceOf(inner, named) : "computed";
  const subquery = isSign(bare[0], "(") ? selectLists(bare)[0]?.[0] : undefined;
  if (subquery !== undefined) return sourceOf(subquery, named);
  const first = bare.find(
    (token) => token.kind === "word" && !isWord(token, "COALESCE", "IFNULL", "ROUND"),
  );
  if (isWord(first, "SUM")) return "sum";
  return isWord(first, "AVG") ? "average" : "computed";
}

/** The x of MIN(x) and MAX(x), where that is the whole item. */
function argumentOfExtreme(bare: Item): Item | undefined {
  if (!isWord(bare[0], "MIN", "MAX") || !isSign(bare[1], "(")) return undefined;
  return closingOf(bare, 1) === bare.length - 1 ? bare.slice(2, -1) : undefined;
}
