import { route } from "@forge/api";
import * as z from "zod/mini";
import type { RuleMatch } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";

/** jql/match takes a thousand issues at a time, and many queries. */
const issuesPerMatch = 1000;
const queriesPerMatch = 100;

const answer = z.object({
  matches: z.array(z.object({ matchedIssues: z.array(z.number()), errors: z.array(z.string()) })),
});

/** Which of the issues match which queries: one request for a thousand issues and a hundred queries. */
export async function matching(
  asker: AskJira,
  jqls: readonly string[],
  issueIds: readonly string[],
): Promise<readonly RuleMatch[]> {
  const matches: RuleMatch[] = [];
  for (const queries of chunksOf(jqls, queriesPerMatch)) {
    matches.push(...(await matchingAmong(asker, queries, issueIds)));
  }
  return matches;
}

async function matchingAmong(
  { ask }: AskJira,
  jqls: readonly string[],
  issueIds: readonly string[],
): Promise<readonly RuleMatch[]> {
  const ids = jqls.map((): string[] => []);
  const errors = jqls.map((): string[] => []);
  for (const chunk of chunksOf(issueIds, issuesPerMatch)) {
    const { matches } = await ask({
      name: "jql/match",
      path: route`/rest/api/3/jql/match`,
      body: { issueIds: chunk.map(Number), jqls },
      answer,
    });
    for (const [place, match] of matches.entries()) {
      ids[place]?.push(...match.matchedIssues.map(String));
      errors[place]?.push(...match.errors);
    }
  }
  return jqls.map((_, place) => {
    const said = errors[place] ?? [];
    return said.length > 0
      ? { kind: "refused", message: [...new Set(said)].join(" ") }
      : { kind: "read", ids: ids[place] ?? [] };
  });
}
