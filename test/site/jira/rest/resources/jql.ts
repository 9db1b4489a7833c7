import { z } from "zod/mini";
import { checkQuery, compileQuery } from "../../jql/compile-query";
import { JqlRefusal } from "../../jql/refusal";
import type { Resource } from "../resource";
import { notModelled, ok } from "../rest-answer";

const queriesToParse = z.object({ queries: z.array(z.string()) });
const toMatch = z.object({ issueIds: z.array(z.number()), jqls: z.array(z.string()) });

/** Checking queries, and matching issues against them. */
export const jqlResources: readonly Resource[] = [
  {
    operation: "POST /rest/api/3/jql/parse",
    query: ["validation"],
    answer: (world, { asker, query, body }) => {
      const validation = query.get("validation");
      if (validation !== "strict")
        throw notModelled(`validation=${String(validation)} of jql/parse`);
      const context = { world, asker, now: world.store.now() };
      const queries = queriesToParse.parse(body).queries.map((jql) => {
        const outcome = refusalOf(() => checkQuery(jql, context));
        return outcome.refused
          ? { query: jql, errors: outcome.messages }
          : { query: jql, structure: outcome.value };
      });
      return ok({ queries });
    },
  },
  {
    operation: "POST /rest/api/3/jql/match",
    answer: (world, { asker, body }) => {
      const { issueIds, jqls } = toMatch.parse(body);
      const issues = issueIds.flatMap((id) => world.store.byId(String(id)) ?? []);
      const matches = jqls.map((jql) => {
        const outcome = refusalOf(() =>
          compileQuery(jql, { world, asker, now: world.store.now() }),
        );
        if (outcome.refused) return { matchedIssues: [], errors: outcome.messages };
        const matched = issues.filter(outcome.value.matches).map(({ id }) => Number(id));
        return { matchedIssues: [...new Set(matched)], errors: [] };
      });
      return ok({ matches });
    },
  },
];

type Outcome<T> =
  | { readonly refused: false; readonly value: T }
  | { readonly refused: true; readonly messages: readonly string[] };

function refusalOf<T>(read: () => T): Outcome<T> {
  try {
    return { refused: false, value: read() };
  } catch (problem) {
    if (!(problem instanceof JqlRefusal) || problem.kind === "unmodelled") throw problem;
    return { refused: true, messages: problem.messages };
  }
}
