import { compileQuery } from "../../jql/compile-query";
import type { StoredIssue } from "../../store/issue";
import type { Resource } from "../resource";
import { ok } from "../rest-answer";
import { findIssue } from "../known";

const shown = 20;

/** Suggestions of issues by key or words of the summary; the history search section is empty. */
export const pickerResource: Resource = {
  operation: "GET /rest/api/3/issue/picker",
  query: ["query", "currentJQL", "currentProjectId", "showSubTasks", "showSubTaskParent"],
  answer: (world, { asker, query }) => {
    const text = query.get("query") ?? "";
    const jql = query.get("currentJQL");
    const context = { world, asker, now: world.store.now() };
    const projectId = query.get("currentProjectId");
    const pool =
      jql === null || jql === ""
        ? newest([...world.store.all()].filter(asker.sees))
        : compileQuery(jql, context).run();
    const isSubTask = ({ fields }: StoredIssue) =>
      (world.store.catalog.types.get(fields.typeId)?.level ?? 0) < 0;
    const byKey = findIssue(world, asker, text);
    const found = pool
      .filter((issue) => query.get("showSubTasks") === "true" || !isSubTask(issue))
      .filter(({ fields }) => projectId === null || fields.projectId === projectId)
      .filter((issue) => issue === byKey || mentions(issue, text));
    return ok({
      sections: [
        {
          id: "cs",
          label: "Current Search",
          sub: `Showing ${String(Math.min(found.length, shown))} of ${String(found.length)} matching issues`,
          issues: found.slice(0, shown).map(({ id, fields }) => ({
            id: Number(id),
            key: fields.key,
            keyHtml: fields.key,
            img: `/images/icons/issuetypes/${fields.typeId}.svg`,
            summary: escaped(fields.summary),
            summaryText: fields.summary,
          })),
        },
      ],
    });
  },
};

function newest(issues: readonly StoredIssue[]): readonly StoredIssue[] {
  return issues.toSorted((a, b) => b.fields.updatedAt - a.fields.updatedAt);
}

function mentions({ fields }: StoredIssue, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  const haystack = `${fields.key} ${fields.summary}`.toLowerCase();
  return words.every((word) => haystack.includes(word));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
