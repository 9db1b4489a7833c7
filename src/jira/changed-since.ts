import * as z from "zod/mini";
import type { ChangedIssue } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";
import { instant } from "./instant";
import { idsIn } from "./jql";
import { search } from "./search";
import { withoutRefused } from "./without-refused";

const projectsPerQuery = 200;

const changed = z.pipe(
  z.object({
    id: z.string(),
    fields: z.object({
      updated: instant,
      parent: z.optional(z.nullable(z.object({ id: z.string() }))),
    }),
  }),
  z.transform(({ id, fields }): ChangedIssue => ({
    id,
    updatedAt: fields.updated,
    parentId: fields.parent?.id ?? null,
  })),
);

/**
 * Issues of these projects that were updated since then, the earliest first. The instant is written in epoch
 * milliseconds: a date in JQL means the time zone of who asks. Projects that the app may not browse are left out.
 */
export async function changedSince(
  asker: AskJira,
  asked: { readonly projectIds: readonly string[]; readonly since: Date },
  onPage: (issues: readonly ChangedIssue[]) => Promise<void>,
): Promise<void> {
  const since = String(asked.since.getTime());
  for (const chunk of chunksOf(asked.projectIds, projectsPerQuery)) {
    await withoutRefused(chunk, (projectIds) => {
      const jql = `${idsIn("project", projectIds)} AND updated >= ${since} ORDER BY updated ASC, id ASC`;
      const found = { jql, fields: ["updated", "parent"], issue: changed };
      return search(asker, found, async (issues) => {
        await onPage(issues);
        return "more" as const;
      });
    });
  }
}
