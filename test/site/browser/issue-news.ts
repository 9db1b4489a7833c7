import { z } from "zod/mini";
import type { Jira } from "../boundary";

/** A change of an issue that a page may have to show. */
export type IssueChange = {
  readonly number: number;
  readonly issueId: string;
  readonly changeType: "updated" | "commented";
  readonly atlassianId: string | undefined;
};

/** The latest changes of issues, numbered in their order. */
export type IssueNews = { readonly since: (number: number) => readonly IssueChange[] };

const kept = 1000;
const body = z.looseObject({
  issue: z.looseObject({ id: z.string() }),
  atlassianId: z.optional(z.string()),
});

/** Follows Jira's product events about issues; open issue views ask for what is new to them. */
export function followIssues(jira: Jira): IssueNews {
  let changes: readonly IssueChange[] = [];
  let last = 0;
  jira.onEvent((event) => {
    const about = z.safeParse(body, event.body);
    if (!about.success || !event.eventType.endsWith(":issue")) return;
    const change: IssueChange = {
      number: ++last,
      issueId: about.data.issue.id,
      changeType: event.eventType.includes("commented") ? "commented" : "updated",
      atlassianId: about.data.atlassianId,
    };
    changes = [...changes.slice(1 - kept), change];
  });
  return { since: (number) => changes.filter((change) => change.number > number) };
}
