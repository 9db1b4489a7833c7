import * as z from "zod/mini";
import type { Category, Item } from "../domain/item";
import type { ReadIssue } from "../use-cases/jira-ports";
import { instant } from "./instant";

/** The fields that every reading of an issue asks for, beside the site's estimate fields. */
export const issueFields = [
  "project",
  "issuetype",
  "parent",
  "status",
  "statuscategorychangedate",
  "resolution",
  "resolutiondate",
  "timeoriginalestimate",
  "subtasks",
  "security",
  "created",
  "updated",
] as const;

const status = z.object({ statusCategory: z.object({ key: z.string() }) });
const subTask = z.object({ id: z.string(), fields: z.object({ status }) });

/** An issue of which the app reads no words: neither title nor people. */
export const issueBean = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    project: z.object({ id: z.string(), key: z.string(), name: z.string() }),
    issuetype: z.object({ id: z.string(), hierarchyLevel: z.number() }),
    parent: z.optional(z.nullable(z.object({ id: z.string() }))),
    status,
    statuscategorychangedate: z.optional(z.nullable(instant)),
    resolution: z.optional(z.nullable(z.object({ name: z.string() }))),
    resolutiondate: z.optional(z.nullable(instant)),
    timeoriginalestimate: z.optional(z.nullable(z.number())),
    subtasks: z.optional(z.array(subTask)),
    security: z.optional(z.nullable(z.object({ id: z.string() }))),
    created: instant,
    updated: instant,
  }),
});
type IssueBean = z.output<typeof issueBean>;

export function readIssue(bean: IssueBean, estimateFieldIds: readonly string[]): ReadIssue {
  const { fields } = bean;
  const subTasks = fields.subtasks ?? [];
  return {
    item: itemOf(bean, estimateFieldIds),
    key: bean.key,
    projectKey: fields.project.key,
    projectName: fields.project.name,
    createdAt: fields.created,
    updatedAt: fields.updated,
    secured: (fields.security ?? null) !== null,
    subTaskIds: subTasks.map(({ id }) => id),
  };
}

function itemOf({ id, fields }: IssueBean, estimateFieldIds: readonly string[]): Item {
  const category = categoryOf(fields.status.statusCategory.key);
  const openSubTasks = (fields.subtasks ?? []).filter(
    (each) => categoryOf(each.fields.status.statusCategory.key) !== "done",
  );
  return {
    id,
    projectId: fields.project.id,
    typeId: fields.issuetype.id,
    level: fields.issuetype.hierarchyLevel,
    parentId: fields.parent?.id ?? null,
    category,
    resolution: fields.resolution?.name ?? null,
    doneSince: category === "done" ? enteredDone(fields) : null,
    points: pointsOf(fields, estimateFieldIds),
    estimateSeconds: fields.timeoriginalestimate ?? null,
    subTaskEstimateSeconds: null,
    openSubTasks: openSubTasks.length,
    hasSubTasks: (fields.subtasks ?? []).length > 0,
    hasChildren: false,
  };
}

/** The last entry into the category; where Jira does not tell, the day of the resolution. */
const enteredDone = (fields: IssueBean["fields"]) =>
  fields.statuscategorychangedate ?? fields.resolutiondate ?? null;

/** A status category by its key; names are translated, and an undefined category counts as not begun. */
export function categoryOf(key: string): Category {
  return key === "done" || key === "indeterminate" ? key : "new";
}

/** The first of the fields that has a number. */
export function pointsOf(
  fields: Readonly<Record<string, unknown>>,
  estimateFieldIds: readonly string[],
): number | null {
  const values = estimateFieldIds.map((id) => fields[id]);
  return values.find((value) => typeof value === "number") ?? null;
}
