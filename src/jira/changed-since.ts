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
 * Issues that were updated since then, the earliest first: of these projects, or of all where none are named. The instant
 * is written in epoch milliseconds: a date in JQL means the time zone of who asks. Projects that the app may not browse
 * are left out.
 */
export async function changedSince(
  asker: AskJira,
  { projectIds, since }: { readonly projectIds: readonly string[] | null; readonly since: Date },
  onPage: (issues: readonly ChangedIssue[]) => Promise<void>,
): Promise<void> {
  const updated = `updated >= ${String(since.getTime())} ORDER BY updated ASC, id ASC`;
  const read = (jql: string) =>
    search(asker, { jql, fields: ["updated", "parent"], issue: changed }, async (issues) => {
      await onPage(issues);
      return "more" as const;
    });
  if (projectIds === null) {
    const outcome = await read(updated);
    if (outcome.kind === "refused") throw new Error(`Jira refused a search: ${outcome.message}`);
    return;
  }
  for (const chunk of chunksOf(projectIds, projectsPerQuery)) {
    await withoutRefused(chunk, (some) => read(`${idsIn("project", some)} AND ${updated}`));
  }
}
