/** A piece of a statement in MySQL's dialect. Joined by spaces, the texts of all tokens mean the same statement. */
export type Token = {
  readonly kind: "word" | "name" | "string" | "number" | "parameter" | "sign";
  /** Words as written; names and strings without their quotes and escapes. */
  readonly text: string;
};

const pattern =
  /\s+|--\s[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/|`(?<name>(?:[^`]|``)*)`|'(?<single>(?:[^'\\]|\\[\s\S]|'')*)'|"(?<double>(?:[^"\\]|\\[\s\S]|"")*)"|(?<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|(?<word>[A-Za-z_@$\u0080-\uffff][\w@$\u0080-\uffff]*)|(?<parameter>\?)|(?<sign><=>|<=|>=|<>|!=|:=|\|\||&&|<<|>>|[-+*/%(),.;=<>!&|^~:])/y;

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  b: "\b",
  n: "\n",
  r: "\r",
  t: "\t",
  Z: "\u001a",
};

/** Cuts a statement into tokens; comments and hints are left out. Throws on what is no token of MySQL. */
export function tokensOf(sql: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(sql);
    if (match === null) throw new SyntaxError(`near '${sql.slice(at, at + 40)}'`);
    at = pattern.lastIndex;
    const token = tokenOf(match.groups ?? {});
    if (token !== undefined) tokens.push(token);
  }
  return tokens;
}

/** True when the token is this keyword, in whatever case. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === "word" && words.includes(token.text.toUpperCase());
}

export function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === "sign" && token.text === sign;
}

/** How deep in parentheses each token stands; a parenthesis itself counts as outside. */
export function depthsOf(tokens: readonly Token[]): readonly number[] {
  let depth = 0;
  return tokens.map((token) => {
    if (isSign(token, ")")) depth -= 1;
    const own = depth;
    if (isSign(token, "(")) depth += 1;
    return own;
  });
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token | undefined {
  const { name, single, double, number, word, parameter, sign } = groups;
  if (name !== undefined) return { kind: "name", text: name.replaceAll("``", "`") };
  if (single !== undefined) return { kind: "string", text: unescaped(single, "'") };
  if (double !== undefined) return { kind: "string", text: unescaped(double, '"') };
  if (number !== undefined) return { kind: "number", text: number };
  if (word !== undefined) return { kind: "word", text: word };
  if (parameter !== undefined) return { kind: "parameter", text: parameter };
  return sign === undefined ? undefined : { kind: "sign", text: sign };
}

function unescaped(text: string, quote: string): string {
  return text
    .replaceAll(quote + quote, quote)
    .replace(/\\([\s\S])/g, (_match, character: string) => escapes[character] ?? character);
}
