import { isSign, isWord, tokensOf, type Token } from "./tokens";

/** Why the gateway does not pass a statement on, with Forge SQL's code. */
export type Refusal = {
  readonly code: "SQL_POLICY_VIOLATION" | "INVALID_SQL_QUERY";
  readonly message: string;
};

/** What a statement does, as far as limits differ. */
export type StatementKind = "read" | "write" | "definition";

export type Judgement = { readonly kind: StatementKind; readonly placeholders: number };

const reads = ["SELECT", "WITH", "SHOW", "EXPLAIN", "DESCRIBE", "DESC"];
const writes = ["INSERT", "REPLACE", "UPDATE", "DELETE"];
const definitions = ["CREATE", "ALTER", "DROP", "RENAME", "TRUNCATE"];
const shown = ["TABLES", "COLUMNS", "INDEXES", "INDEX"];
const refusedCalls = [
  "AES_DECRYPT",
  "AES_ENCRYPT",
  "BENCHMARK",
  "COMPRESS",
  "GET_LOCK",
  "LOAD_FILE",
  "RELEASE_LOCK",
  "SHA2",
  "SLEEP",
  "UNCOMPRESS",
];
const refusedObjects = ["DATABASE", "EVENT", "FUNCTION", "PROCEDURE", "SCHEMA", "TRIGGER", "USER"];

/** Judges a statement as Forge SQL's documented policy does: one statement, no session, no forbidden words. */
export function judged(sql: string, endpoint: "execute" | "ddl"): Judgement | Refusal {
  const tokens = withoutFinalSemicolon(tokensOf(sql));
  const first = tokens[0];
  if (first === undefined) return invalid("The statement is empty");
  if (tokens.some((token) => isSign(token, ";"))) {
    return violation("Only one statement is allowed in a query");
  }
  const kind = kindOf(tokens);
  if (kind === undefined) return violation(`${first.text.toUpperCase()} is not allowed`);
  const refused = refusedPart(tokens, kind);
  if (refused !== undefined) return violation(refused);
  return kind === "definition" && endpoint === "execute"
    ? invalid("Statements that define tables go through executeDDL")
    : { kind, placeholders: tokens.filter((token) => token.kind === "parameter").length };
}

function kindOf(tokens: readonly Token[]): StatementKind | undefined {
  const [first, second] = tokens;
  if (isWord(first, "SET")) return second?.text.startsWith("@") === true ? "write" : undefined;
  if (isWord(first, "SHOW") && !isWord(second, ...shown)) return undefined;
  if (isWord(first, ...reads) || isSign(first, "(")) return "read";
  if (isWord(first, ...writes)) return "write";
  return isWord(first, ...definitions) ? "definition" : undefined;
}

function refusedPart(tokens: readonly Token[], kind: StatementKind): string | undefined {
  const call = tokens.find(
    (token, at) => isWord(token, ...refusedCalls) && isSign(tokens[at + 1], "("),
  );
  if (call !== undefined) return `${call.text.toUpperCase()} is not allowed`;
  const defined = kind === "definition" ? tokens : [];
  const object = defined.slice(0, 2).find((token) => isWord(token, ...refusedObjects));
  if (object !== undefined) return `${object.text.toUpperCase()} may not be defined`;
  const refused = defined.find((token) => isWord(token, "FOREIGN", "TEMPORARY"));
  return refused === undefined ? undefined : `${refused.text.toUpperCase()} is not supported`;
}

function withoutFinalSemicolon(tokens: readonly Token[]): readonly Token[] {
  return isSign(tokens.at(-1), ";") ? tokens.slice(0, -1) : tokens;
}

function violation(message: string): Refusal {
  return { code: "SQL_POLICY_VIOLATION", message };
}

function invalid(message: string): Refusal {
  return { code: "INVALID_SQL_QUERY", message };
}
