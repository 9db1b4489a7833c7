const operators =
  "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";

/**
 * Jira Cloud's sentence for a query that cannot be read, from what Atlassian's own grammar expected at the place.
 * The sentences, the missing "the" of one of them included, are those that a live site gave in public reports.
 */
export function syntaxMessage(
  expected: string,
  found: { readonly token: string; readonly line: number; readonly column: number },
  reservedWords: ReadonlySet<string>,
): string {
  const { token, line, column } = found;
  const at = `(line ${String(line)}, character ${String(column + 1)})`;
  if (/^["']/.test(token)) {
    return `Error in the JQL Query: The quoted string '${token.slice(1)}' has not been completed. ${at}`;
  }
  if (expected.includes("EMPTY")) return operandMessage(token, at);
  if (expected.includes("IN, IS")) return operatorMessage(token, at);
  const reserved = reservedCharacter(token);
  if (reserved !== undefined) return `${reserved} ${at}`;
  if (expected.includes("CUSTOMFIELD")) return fieldMessage(token, at, reservedWords);
  if (expected.includes("')'")) return bracketMessage(token, at);
  if (token === "") return "Error in the JQL Query: Unexpected end of the query.";
  return `Error in the JQL Query: Expecting either 'OR' or 'AND' but got '${token}'. ${at}`;
}

function operandMessage(token: string, at: string): string {
  const expecting = "Error in JQL Query: Expecting either a value, list or function";
  if (token === "") return `${expecting} before the end of the query.`;
  return `${expecting} but got '${token}'. You must surround '${token}' in quotation marks to use it as a value. ${at}`;
}

function operatorMessage(token: string, at: string): string {
  const expecting = "Error in the JQL Query: Expecting operator";
  if (token === "") return `${expecting} before the end of the query. ${operators}`;
  return `${expecting} but got '${token}'. ${operators} ${at}`;
}

function bracketMessage(token: string, at: string): string {
  const expecting = "Error in the JQL Query: Expecting ')'";
  return token === ""
    ? `${expecting} before the end of the query.`
    : `${expecting} but got '${token}'. ${at}`;
}

function fieldMessage(token: string, at: string, reservedWords: ReadonlySet<string>): string {
  if (token === "")
    return "Error in the JQL Query: Expecting a field name at the end of the query.";
  if (reservedWords.has(token.toLowerCase())) {
    return `Error in the JQL Query: '${token}' is a reserved JQL word. You must surround it in quotation marks to use it in a query. ${at}`;
  }
  return `Error in the JQL Query: Expecting a field name but got '${token}'. You must surround '${token}' in quotation marks to use it as a field name. ${at}`;
}

function reservedCharacter(token: string): string | undefined {
  if (!/^[@#$%^&*{}[\];?|+/]/.test(token)) return undefined;
  const character = token.charAt(0);
  const code = character.charCodeAt(0).toString(16).padStart(4, "0");
  return `Error in the JQL Query: The character '${character}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u${code}' instead.`;
}
