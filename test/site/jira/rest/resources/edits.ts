import { z } from "zod/mini";
import { createIssue, editIssue } from "../../edit/edit-issue";
import { editableFields } from "../editable-fields";
import { knownIssue, knownProject } from "../known";
import { originOf } from "../origin-of";
import type { Resource } from "../resource";
import { notModelled, refused } from "../rest-answer";

const update = z.looseObject({
  fields: z.optional(z.record(z.string(), z.unknown())),
  update: z.optional(z.record(z.string(), z.unknown())),
});
const placeOfNew = z.looseObject({
  project: z.looseObject({ id: z.optional(z.string()), key: z.optional(z.string()) }),
  issuetype: z.looseObject({ id: z.optional(z.string()), name: z.optional(z.string()) }),
  summary: z.string(),
});

/** Creating, editing, deleting. */
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
];

function withoutPlace(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => name !== "project" && name !== "issuetype"),
  );
}

function missingFields(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const needed = ["project", "issuetype", "summary"].filter((name) => fields[name] === undefined);
  return Object.fromEntries(needed.map((name) => [name, `${name} is required.`]));
}
