/**
 * The projects that a JQL is confined to, as it writes them: keys, names or ids. Null where it may match issues of any
 * project, and where it is not surely understood: an OR of which one side names none, a NOT, a function, an escape.
 */
export function projectsOfRule(jql: string): readonly string[] | null {
  const tokens = tokensOf(jql);
  return tokens === null ? null : confinementOf(withoutOrder(tokens));
}

type Token = { readonly text: string; readonly depth: number };
type Tokens = readonly Token[];

/** A quoted text, an operator, or a word; what stands for itself in none of them is not understood. */
const pattern =
  /[ \t\r\n\f]*("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|&&|\|\||[!<>]=|!~|[()[\],=!<>~&|]|[\p{L}\p{M}\p{N}_.-]+)/gu;

/** Null where brackets do not close what they open. */
function tokensOf(jql: string): Tokens | null {
  const tokens: Token[] = [];
  let depth = 0;
  let read = 0;
  for (const [all, text = ""] of jql.matchAll(pattern)) {
    if (text === ")" || text === "]") depth -= 1;
    if (depth < 0) return null;
    tokens.push({ text, depth });
    if (text === "(" || text === "[") depth += 1;
    read += all.length;
  }
  const isWhole = /^[ \t\r\n\f]*$/.test(jql.slice(read));
  return isWhole && depth === 0 ? tokens : null;
}

/** An order comes last. */
function withoutOrder(tokens: Tokens): Tokens {
  const at = tokens.findIndex(
    (token, place) => isWord(token, "order") && isWord(tokens[place + 1], "by"),
  );
  return at < 0 ? tokens : tokens.slice(0, at);
}

/** AND binds closer than OR: both sides of an OR have to be confined, and one of an AND is enough. */
function confinementOf(tokens: Tokens): readonly string[] | null {
  const either = partsBetween(tokens, ["or", "||", "|"]).map((part) =>
    partsBetween(part, ["and", "&&", "&"])
      .map(confinementOfTerm)
      .find((projects) => projects !== null),
  );
  const confined = either.filter((projects) => projects !== undefined);
  return confined.length === either.length ? confined.flat() : null;
}

function partsBetween(tokens: Tokens, separators: readonly string[]): readonly Tokens[] {
  const outside = tokens[0]?.depth;
  const ends = tokens.flatMap((token, at) =>
    token.depth === outside && separators.some((word) => isWord(token, word)) ? [at] : [],
  );
  return [...ends, tokens.length].map((end, n) => tokens.slice((ends[n - 1] ?? -1) + 1, end));
}

/** `(…)`, `project = X` or `project in (X, Y)`, and nothing more. */
function confinementOfTerm(tokens: Tokens): readonly string[] | null {
  const [first, operator, ...right] = tokens;
  if (first === undefined || operator === undefined) return null;
  if (first.text === "(") return isClosedAtEnd(tokens) ? confinementOf(tokens.slice(1, -1)) : null;
  if (valueOf(first)?.toLowerCase() !== "project") return null;
  if (operator.text === "=") return right.length === 1 ? allOf(right.map(valueOf)) : null;
  return isWord(operator, "in") ? listOf(right) : null;
}

const isClosedAtEnd = (tokens: Tokens) =>
  tokens.findIndex(
    ({ text, depth }, at) => at > 0 && text === ")" && depth === tokens[0]?.depth,
  ) ===
  tokens.length - 1;

/** `(X, Y)` */
function listOf(tokens: Tokens): readonly string[] | null {
  const inside = tokens.slice(1, -1);
  const isList = tokens[0]?.text === "(" && tokens.at(-1)?.text === ")" && inside.length % 2 === 1;
  const values = inside.map((token, at) => {
    if (at % 2 === 0) return valueOf(token);
    return token.text === "," ? "" : null;
  });
  return isList ? (allOf(values)?.filter((_, at) => at % 2 === 0) ?? null) : null;
}

function allOf(values: readonly (string | null)[]): readonly string[] | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? known : null;
}

/** A value as it is meant; null for what is none, is empty, or has an escape in it. */
function valueOf({ text }: Token): string | null {
  if (/^["']/.test(text)) return text.includes("\\") ? null : text.slice(1, -1);
  return /^[\p{L}\p{N}]/u.test(text) && !/^(?:empty|null|not)$/i.test(text) ? text : null;
}

const isWord = (token: Token | undefined, word: string) => token?.text.toLowerCase() === word;
