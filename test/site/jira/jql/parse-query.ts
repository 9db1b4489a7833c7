import { JastBuilder, JQLSyntaxError, type Query, RESERVED_WORDS } from "@atlaskit/jql-ast";
import { JqlRefusal } from "./refusal";
import { syntaxMessage } from "./syntax-message";

const reservedWords: ReadonlySet<string> = new Set(RESERVED_WORDS);

/** Parses JQL with Atlassian's grammar. Throws JqlRefusal with Jira's sentence when it cannot be read. */
export function parseQuery(jql: string): Query {
  const { errors, query } = new JastBuilder().build(jql);
  const error = errors[0];
  if (error === undefined && query !== undefined) return query;
  if (!(error instanceof JQLSyntaxError)) {
    throw new JqlRefusal("syntax", `Error in the JQL Query: ${error?.message ?? "not a query"}`);
  }
  const expected = error.message.startsWith("missing")
    ? error.message.slice(0, error.message.indexOf(" at "))
    : error.message.slice(error.message.indexOf("expecting "));
  const found = {
    token: jql.slice(error.start, error.stop),
    line: error.line,
    column: error.charPositionInLine,
  };
  throw new JqlRefusal("syntax", syntaxMessage(expected, found, reservedWords));
}
