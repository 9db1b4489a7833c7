import { closingOf, sign, word } from "./rewriting";
import { depthsOf, isSign, isWord, type Token } from "./tokens";

const renamedFunctions: Readonly<Record<string, string>> = {
  CHAR_LENGTH: "LENGTH",
  GREATEST: "MAX",
  IF: "IIF",
  LEAST: "MIN",
  LENGTH: "OCTET_LENGTH",
};
const castTypes: Readonly<Record<string, string>> = {
  CHAR: "TEXT",
  SIGNED: "INTEGER",
  UNSIGNED: "INTEGER",
};
const renamedSigns: Readonly<Record<string, readonly Token[]>> = {
  "<=>": [word("IS")],
  "||": [word("OR")],
  "&&": [word("AND")],
  "/": [sign("*"), { kind: "number", text: "1.0" }, sign("/")],
};

/** Rewrites a SELECT, INSERT, UPDATE, DELETE or REPLACE from MySQL's dialect to SQLite's. */
export function queryForSqlite(tokens: readonly Token[]): readonly Token[] {
  return withOrIgnore(withConflictClause(withoutPhrases(withoutUnionParentheses(tokens)))).flatMap(
    renamed,
  );
}

function renamed(token: Token, at: number, all: readonly Token[]): readonly Token[] {
  if (token.kind === "sign") return renamedSigns[token.text] ?? [token];
  if (token.kind !== "word") return [token];
  const upper = token.text.toUpperCase();
  if (upper === "DIV") return [sign("/")];
  const castTo = isWord(all[at - 1], "AS") ? castTypes[upper] : undefined;
  if (castTo !== undefined) return [word(castTo)];
  const called = isSign(all[at + 1], "(") && !isSign(all[at - 1], ".");
  return [called ? word(renamedFunctions[upper] ?? token.text) : token];
}

/** Leaves out what only steers MySQL: FOR UPDATE, index hints, COLLATE, FROM DUAL. */
function withoutPhrases(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const skipped = phraseLength(tokens, at);
    const token = tokens[at];
    if (skipped > 0) at += skipped - 1;
    else if (token !== undefined) kept.push(token);
  }
  return kept;
}

function phraseLength(tokens: readonly Token[], at: number): number {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (isWord(token, "FOR") && isWord(next, "UPDATE")) return 2;
  if (isWord(token, "FROM") && isWord(next, "DUAL")) return 2;
  if (isWord(token, "COLLATE")) return 2;
  const hint = isWord(token, "FORCE", "USE", "IGNORE") && isWord(next, "INDEX", "KEY");
  return hint ? closingOf(tokens, at + 2) - at + 1 : 0;
}

function withOrIgnore(tokens: readonly Token[]): readonly Token[] {
  return isWord(tokens[0], "INSERT") && isWord(tokens[1], "IGNORE")
    ? [word("INSERT"), word("OR"), ...tokens.slice(1)]
    : tokens;
}

/** `ON DUPLICATE KEY UPDATE c = VALUES(c)` becomes `ON CONFLICT DO UPDATE SET c = excluded.c`. */
function withConflictClause(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(
    (token, index) =>
      isWord(token, "ON") &&
      isWord(tokens[index + 1], "DUPLICATE") &&
      isWord(tokens[index + 2], "KEY"),
  );
  if (at < 0) return tokens;
  const head = tokens.slice(0, at);
  const assignments = tokens.slice(at + 4);
  return [
    ...head,
    ...(needsWhere(head) ? [word("WHERE"), { kind: "number", text: "1" } as const] : []),
    ...["ON", "CONFLICT", "DO", "UPDATE", "SET"].map(word),
    ...withExcluded(assignments),
  ];
}

/** SQLite would take the ON of the conflict clause for a join's, were there no WHERE before it. */
function needsWhere(head: readonly Token[]): boolean {
  const depths = depthsOf(head);
  const top = head.filter((_token, index) => depths[index] === 0);
  const from = top.findLastIndex((token) => isWord(token, "FROM"));
  return (
    from >= 0 && !top.slice(from).some((token) => isWord(token, "WHERE", "GROUP", "ORDER", "LIMIT"))
  );
}

function withExcluded(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    const inCall = (back: number) =>
      isWord(tokens[at - back], "VALUES") && isSign(tokens[at - back + 1], "(");
    if (inCall(0) || inCall(1)) return [];
    if (inCall(3)) return [];
    return inCall(2) ? [word("excluded"), sign("."), token] : [token];
  });
}

/** SQLite takes no parentheses around the parts of a UNION: they become derived tables. */
function withoutUnionParentheses(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at) => {
    if (!isSign(token, "(") || !isWord(tokens[at + 1], "SELECT", "WITH")) return [token];
    const after = tokens[closingOf(tokens, at) + 1];
    const inUnion = isWord(after, "UNION") || isWord(tokens[at - 1], "UNION", "ALL") || at === 0;
    return inUnion ? [word("SELECT"), sign("*"), word("FROM"), token] : [token];
  });
}
