import { JastBuilder, JQLSyntaxError, type Query, RESERVED_WORDS } from "@atlaskit/jql-ast";
import { invalid, JqlRefusal } from "./refusal";
import { syntaxMessage } from "./syntax-message";

const reservedWords: ReadonlySet<string> = new Set(RESERVED_WORDS);

/** Parses JQL with Atlassian's grammar. Throws JqlRefusal with Jira's sentence when it cannot be read. */
export function parseQuery(jql: string): Query {
  const { errors, query } = new JastBuilder().build(jql);
  const error = errors[0];
  if (error === undefined && query !== undefined) return query;
  if (error instanceof JQLSyntaxError) throw refusalOf(error, jql);
  throw new JqlRefusal("syntax", `Error in the JQL Query: ${error?.message ?? "not a query"}`);
}

function refusalOf(error: JQLSyntaxError, jql: string): JqlRefusal {
  const { message, start, stop, line, charPositionInLine: column } = error;
  if (message.endsWith("expecting '('")) {
    const refusal = nonListRefusal(jql.slice(0, start));
    if (refusal !== undefined) return refusal;
  }
  const expected = message.startsWith("missing")
    ? message.slice(0, message.indexOf(" at "))
    : message.slice(message.indexOf("expecting "));
  const found = { token: jql.slice(start, stop), line, column };
  return new JqlRefusal("syntax", syntaxMessage(expected, found, reservedWords));
}

/** `field in value`: the grammar takes the value for a function whose bracket is missing, Jira for a value. */
function nonListRefusal(readSoFar: string): JqlRefusal | undefined {
  const clause = /("[^"]*"|\S+)\s+((?:was\s+)?(?:not\s+)?in)\s+("[^"]*"|\S+)\s*$/i.exec(readSoFar);
  if (clause === null) return undefined;
  const [field = "", operator = "", value = ""] = clause
    .slice(1)
    .map((part) => part.replaceAll('"', ""));
  return invalid(
    `Operator '${operator.toLowerCase().replaceAll(/\s+/g, " ")}' does not support the non-list value '"${value}"' for field '${field}'.`,
  );
}
