import { z } from "zod/mini";
import { isSubTask, setArchived } from "../../edit/archive-issues";
import type { World } from "../../world";
import { originOf } from "../origin-of";
import type { Resource, RestRequest } from "../resource";
import { ok, refused, type RestAnswer } from "../rest-answer";

const asked = z.object({ issueIdsOrKeys: z.optional(z.array(z.string())) });
const mostIssues = 1000;

/** Archiving and restoring by id or key. */
export const archiveResources: readonly Resource[] = [
  {
    operation: "PUT /rest/api/3/issue/archive",
    answer: (world, request) => archived(world, request, true),
  },
  {
    operation: "PUT /rest/api/3/issue/unarchive",
    answer: (world, request) => archived(world, request, false),
  },
];

function archived(world: World, { asker, body }: RestRequest, into: boolean): RestAnswer {
  if (!asker.isAdmin) {
    throw refused(403, ["Only admins can archive or unarchive issues. Access denied."]);
  }
  const { issueIdsOrKeys = [] } = asked.parse(body);
  if (issueIdsOrKeys.length > mostIssues) {
    throw refused(412, [
      "The number of issues to archive or unarchive exceeds the hard limit of 1000. Precondition failed.",
    ]);
  }
  const { found, missing, subTasks } = sorted(world, issueIdsOrKeys);
  if (found.length === 0) {
    throw refused(400, ["No valid issue to archive or unarchive. Bad request."]);
  }
  const origin = originOf(asker);
  const updated = found.reduce((sum, issue) => sum + setArchived(world, issue, into, origin), 0);
  const errors = {
    ...(missing.length === 0 ? {} : { issuesNotFound: error(missing, "Issue not found.") }),
    ...(subTasks.length === 0 ? {} : { issueIsSubtask: error(subTasks, "Issue is subtask.") }),
  };
  return ok({ errors, numberOfIssuesUpdated: updated });
}

/** An administrator of the archive sees every issue, whether it is in there or not. */
function sorted({ store }: World, idsOrKeys: readonly string[]) {
  const named = idsOrKeys.map((name) => ({
    name,
    issue: /^\d+$/.test(name) ? store.byId(name) : store.byKey(name),
  }));
  const known = named.flatMap(({ name, issue }) => (issue === undefined ? [] : [{ name, issue }]));
  const [subTasks, found] = [true, false].map((sub) =>
    known.filter(({ issue }) => isSubTask(store, issue) === sub),
  );
  return {
    found: (found ?? []).map(({ issue }) => issue),
    subTasks: (subTasks ?? []).map(({ name }) => name),
    missing: named.filter(({ issue }) => issue === undefined).map(({ name }) => name),
  };
}

const error = (names: readonly string[], message: string) => ({
  count: names.length,
  issueIdsOrKeys: [...new Set(names)],
  message,
});
