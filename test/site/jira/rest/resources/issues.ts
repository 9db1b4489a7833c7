import { z } from "zod/mini";
import { changelogBean } from "../beans/history-bean";
import { issueBean } from "../beans/issue-bean";
import { askedFields } from "../fields-parameter";
import { findIssue, knownIssue } from "../known";
import { listParameter } from "../paging";
import type { Resource } from "../resource";
import { notModelled, ok, refused } from "../rest-answer";

const bulkFetch = z.object({
  issueIdsOrKeys: z.array(z.string()),
  fields: z.optional(z.array(z.string())),
  expand: z.optional(z.array(z.string())),
  properties: z.optional(z.array(z.string())),
  fieldsByKeys: z.optional(z.boolean()),
});

/** Reading one issue and up to a hundred. */
export const issueResources: readonly Resource[] = [
  {
    operation: "GET /rest/api/3/issue/{issueIdOrKey}",
    query: ["fields", "expand", "updateHistory"],
    answer: (world, { asker, parameter, query }) => {
      const issue = knownIssue(world, asker, parameter("issueIdOrKey"));
      const expands = listParameter(query, "expand");
      const unmodelled = expands.find((name) => name !== "changelog");
      if (unmodelled !== undefined) throw notModelled(`expand=${unmodelled} of an issue`);
      const bean = issueBean(world, asker, issue, askedFields(listParameter(query, "fields")));
      if (expands.length === 0) return ok(bean);
      return ok({ ...bean, changelog: changelogBean(world, issue) });
    },
  },
  {
    operation: "POST /rest/api/3/issue/bulkfetch",
    answer: (world, { asker, body }) => {
      const asked = bulkFetch.parse(body);
      if ((asked.expand ?? []).length > 0) throw notModelled("expand of issue/bulkfetch");
      if ((asked.properties ?? []).length > 0) throw notModelled("properties of issue/bulkfetch");
      if (asked.fieldsByKeys === true) throw notModelled("fieldsByKeys of issue/bulkfetch");
      if (asked.issueIdsOrKeys.length > 100) {
        throw refused(400, ["The maximum number of issues that can be fetched is 100."]);
      }
      const fields = askedFields(asked.fields ?? []);
      const found = new Map(
        asked.issueIdsOrKeys
          .flatMap((idOrKey) => findIssue(world, asker, idOrKey) ?? [])
          .map((issue) => [issue.id, issue]),
      );
      const issues = [...found.values()]
        .sort((a, b) => Number(a.id) - Number(b.id))
        .map((issue) => issueBean(world, asker, issue, fields));
      return ok({ issueErrors: [], issues });
    },
  },
];
