import { isSign, type Token } from "./tokens";

export const word = (text: string): Token => ({ kind: "word", text });
export const sign = (text: string): Token => ({ kind: "sign", text });

/** The name that a token gives to a table, column or index. */
export function nameIn(token: Token | undefined): string {
  if (token?.kind === "word" || token?.kind === "name") return token.text;
  throw new SyntaxError(`a name is missing near '${token?.text ?? "the end"}'`);
}

/** Writes tokens as SQLite reads them; `parameter` is what stands for each placeholder. */
export function written(tokens: readonly Token[], parameter = "?"): string {
  return tokens
    .map((token) => {
      if (token.kind === "name") return quotedName(token.text);
      if (token.kind === "string") return quotedText(token.text);
      return token.kind === "parameter" ? parameter : token.text;
    })
    .join(" ");
}

export function quotedName(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Index of the parenthesis that closes the one at `open`. */
export function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (isSign(tokens[at], "(")) depth += 1;
    if (isSign(tokens[at], ")")) depth -= 1;
    if (depth === 0) return at;
  }
  throw new SyntaxError("a parenthesis is not closed");
}

/** Cuts a list at its commas, leaving those inside parentheses alone. */
export function partsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, "(")) depth += 1;
    if (isSign(token, ")")) depth -= 1;
    if (depth === 0 && isSign(token, ",")) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
