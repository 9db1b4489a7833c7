import { z } from "zod/mini";
import { type Asked, jsonReply, type Reply } from "./http";
import { jiraAs } from "./jira-as";
import type { Site } from "./site";
import { viewerOf } from "./viewer";

/** The number of the latest change of any issue. */
export function lastNews(site: Site): number {
  return site.news.since(0).at(-1)?.number ?? 0;
}

/** GET /__site/issues/:key/news — what happened to the issue after a number, in the words of JIRA_ISSUE_CHANGED. */
export function issueNews(site: Site, asked: Asked): Reply {
  const { searchParams } = asked.url;
  const news = site.news.since(Number(searchParams.get("since")));
  const changes = news
    .filter((change) => change.issueId === searchParams.get("issueId"))
    .map(({ changeType, atlassianId }) => ({ changeType, atlassianId }));
  return jsonReply({ changes, last: lastNews(site) });
}

const transition = z.object({ id: z.string(), resolution: z.optional(z.string()) });

/** POST /__site/issues/:key/transition — the person moves the issue, with a resolution where they chose one. */
export function transitionIssue(site: Site, asked: Asked): Promise<Reply> {
  const { id, resolution } = transition.parse(JSON.parse(asked.body));
  const fields = resolution === undefined ? {} : { fields: { resolution: { id: resolution } } };
  return changed(site, asked, ["POST", "/transitions", { transition: { id }, ...fields }]);
}

const edit = z.object({ fields: z.record(z.string(), z.unknown()) });

/** POST /__site/issues/:key/edit — the person sets fields. */
export function editIssue(site: Site, asked: Asked): Promise<Reply> {
  return changed(site, asked, ["PUT", "", edit.parse(JSON.parse(asked.body))]);
}

type Change = readonly ["POST" | "PUT", string, unknown];

/** Jira's refusal comes back as its own messages. */
async function changed(site: Site, asked: Asked, [method, part, body]: Change): Promise<Reply> {
  const ask = jiraAs(site.jira, viewerOf(site, asked).user.accountId);
  const key = encodeURIComponent(asked.params["key"] ?? "");
  const answer = await ask.send(method, `/rest/api/3/issue/${key}${part}`, body);
  return jsonReply(answer.ok ? { ok: true } : { ok: false, messages: answer.messages });
}
