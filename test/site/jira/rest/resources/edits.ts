import { z } from "zod/mini";
import { createIssue, editIssue, transitionIssue } from "../../edit/edit-issue";
import type { Asker } from "../../visibility";
import { statusBean } from "../beans/catalog-beans";
import { editableFields } from "../editable-fields";
import { knownIssue, knownProject } from "../known";
import type { Resource } from "../resource";
import { notModelled, ok, refused } from "../rest-answer";
import { statusesOfProject } from "../workflow";

const update = z.looseObject({
  fields: z.optional(z.record(z.string(), z.unknown())),
  update: z.optional(z.record(z.string(), z.unknown())),
});
const transition = z.looseObject({ transition: z.looseObject({ id: z.string() }) });
const placeOfNew = z.looseObject({
  project: z.looseObject({ id: z.optional(z.string()), key: z.optional(z.string()) }),
  issuetype: z.looseObject({ id: z.optional(z.string()), name: z.optional(z.string()) }),
  summary: z.string(),
});

/** Creating, editing, moving through the workflow, deleting. */
export const editResources: readonly Resource[] = [
  {
    operation: "POST /rest/api/3/issue",
    answer: (world, { asker, body }) => {
      const { fields = {}, update: updates = {} } = update.parse(body);
      if (Object.keys(updates).length > 0) throw notModelled("update of a new issue");
      const place = placeOfNew.safeParse(fields);
      if (!place.success) throw refused(400, [], missingFields(fields));
      const { project, issuetype, summary } = place.data;
      const projectId = knownProject(world, asker, project.id ?? project.key ?? "").id;
      const type = [...world.store.catalog.types.values()].find(
        ({ id, name }) => id === issuetype.id || name === issuetype.name,
      );
      if (type === undefined) throw refused(400, [], { issuetype: "Specify a valid issue type" });
      const set = editableFields(world, asker, withoutPlace(fields));
      const issue = createIssue(
        world,
        { ...set, projectId, typeId: type.id, summary },
        originOf(asker),
      );
      const self = `${world.siteUrl}/rest/api/3/issue/${issue.id}`;
      return { status: 201, body: { id: issue.id, key: issue.fields.key, self } };
    },
  },
  {
    operation: "PUT /rest/api/3/issue/{issueIdOrKey}",
    query: ["notifyUsers"],
    answer: (world, { asker, parameter, body }) => {
      const issue = knownIssue(world, asker, parameter("issueIdOrKey"));
      const { fields = {}, update: updates = {} } = update.parse(body);
      if (Object.keys(updates).length > 0) throw notModelled("update of PUT issue");
      editIssue(world, issue.id, editableFields(world, asker, fields), originOf(asker));
      return { status: 204, body: undefined };
    },
  },
  {
    operation: "DELETE /rest/api/3/issue/{issueIdOrKey}",
    answer: (world, { asker, parameter }) => {
      const issue = knownIssue(world, asker, parameter("issueIdOrKey"));
      const subTasks = world.store.idsOfChildren(issue.id).size;
      if (subTasks > 0) throw notModelled("deleting an issue that has children");
      world.store.remove(issue.id, originOf(asker));
      return { status: 204, body: undefined };
    },
  },
  {
    operation: "GET /rest/api/3/issue/{issueIdOrKey}/transitions",
    answer: (world, { asker, parameter }) => {
      const { fields } = knownIssue(world, asker, parameter("issueIdOrKey"));
      const transitions = statusesOfProject(world, fields.projectId)
        .filter(({ id }) => id !== fields.statusId)
        .map((status) => ({
          id: status.id,
          name: status.name,
          to: statusBean(world, status),
          hasScreen: false,
          isGlobal: true,
          isInitial: false,
          isAvailable: true,
          isConditional: false,
          looped: false,
        }));
      return ok({ expand: "transitions", transitions });
    },
  },
  {
    operation: "POST /rest/api/3/issue/{issueIdOrKey}/transitions",
    answer: (world, { asker, parameter, body }) => {
      const issue = knownIssue(world, asker, parameter("issueIdOrKey"));
      const parsed = transition.safeParse(body);
      const target = statusesOfProject(world, issue.fields.projectId).find(
        ({ id }) => parsed.success && id === parsed.data.transition.id,
      );
      if (target === undefined) {
        throw refused(400, [
          "It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue.",
        ]);
      }
      transitionIssue(world, issue.id, target.id, originOf(asker));
      return { status: 204, body: undefined };
    },
  },
];

function withoutPlace(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== "project" && name !== "issuetype"),
  );
}

function originOf({ accountId, byApp }: Asker) {
  return { accountId, byApp };
}

function missingFields(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const needed = ["project", "issuetype", "summary"].filter((name) => fields[name] === undefined);
  return Object.fromEntries(needed.map((name) => [name, `${name} is required.`]));
}
