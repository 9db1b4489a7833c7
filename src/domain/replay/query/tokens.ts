/** A word or quoted text, or one of the signs. Quoted words are never keywords. */
export type Token =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | { readonly kind: "sign"; readonly text: string };

const pattern =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([(),]|!=|>=|<=|!~|[=<>~!])|([^\s(),=<>~!"']+))/y;

/** The tokens of a JQL; null where a quotation is not closed. */
export function tokensOf(jql: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const text = jql.trim();
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) return null;
    tokens.push(tokenOf(found));
  }
  return tokens;
}

function tokenOf([, quotation, sign, word]: RegExpExecArray): Token {
  if (quotation !== undefined) {
    return { kind: "text", text: quotation.slice(1, -1).replaceAll(/\\(.)/g, "$1"), quoted: true };
  }
  if (sign !== undefined) return { kind: "sign", text: sign };
  return { kind: "text", text: word ?? "", quoted: false };
}
