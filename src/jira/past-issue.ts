import * as z from "zod/mini";
import { fieldOfChange, type SiteFields } from "../domain/replay/change-field";
import type { FieldChange, IssueValues } from "../domain/replay/history";
import type { KnownHistory } from "../use-cases/history-ports";
import type { ChangeItem } from "./changelogs";
import { instant } from "./instant";
import { categoryOf, pointsOf } from "./read-issue";

const systemFields = [
  "project",
  "issuetype",
  "parent",
  "status",
  "statuscategorychangedate",
  "resolution",
  "resolutiondate",
  "timeoriginalestimate",
  "fixVersions",
  "components",
  "labels",
  "security",
  "created",
  "updated",
] as const;

/** The fields that tell how an issue stands in all that replay knows. */
export const pastFields = (site: SiteFields): readonly string[] => [
  ...systemFields,
  ...site.points,
  ...site.sprint,
];

const named = z.object({ id: z.string(), name: z.string() });
const listOf = <T extends z.core.$ZodType>(each: T) => z.optional(z.nullable(z.array(each)));

export const pastBean = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    project: z.object({ id: z.string(), key: z.string() }),
    issuetype: named,
    parent: z.optional(z.nullable(z.object({ id: z.string() }))),
    status: z.object({
      id: z.string(),
      name: z.string(),
      statusCategory: z.object({ key: z.string() }),
    }),
    statuscategorychangedate: z.optional(z.nullable(instant)),
    resolution: z.optional(z.nullable(named)),
    resolutiondate: z.optional(z.nullable(instant)),
    timeoriginalestimate: z.optional(z.nullable(z.number())),
    fixVersions: listOf(named),
    components: listOf(named),
    labels: listOf(z.string()),
    security: z.optional(z.nullable(z.object({ id: z.string() }))),
    created: instant,
    updated: instant,
  }),
});
type PastBean = z.output<typeof pastBean>;

export function knownHistory(
  bean: PastBean,
  items: readonly ChangeItem[],
  site: SiteFields,
): KnownHistory {
  const { id, fields } = bean;
  const isDone = categoryOf(fields.status.statusCategory.key) === "done";
  return {
    history: {
      id,
      createdAt: fields.created,
      present: valuesOf(bean, site),
      doneSince: isDone ? (fields.statuscategorychangedate ?? null) : null,
      resolvedAt: fields.resolutiondate ?? null,
      changes: items.flatMap((item) => changeOf(item, site) ?? []),
    },
    projectKey: fields.project.key,
    secured: (fields.security ?? null) !== null,
    updatedAt: fields.updated,
  };
}

function valuesOf({ key, fields }: PastBean, site: SiteFields): IssueValues {
  const { id, name } = fields.status;
  return {
    status: { id, name },
    resolution: fields.resolution ?? null,
    points: pointsOf(fields, site.points),
    estimateSeconds: fields.timeoriginalestimate ?? null,
    parentId: fields.parent?.id ?? null,
    fixVersions: fields.fixVersions ?? [],
    components: fields.components ?? [],
    sprintIds: site.sprint.flatMap((field) => sprintIdsIn(fields[field])),
    labels: fields.labels ?? [],
    type: fields.issuetype,
    projectId: fields.project.id,
    key,
  };
}

/** Sprints are objects whose ids are numbers. */
const sprints = z.array(z.object({ id: z.number() }));

function sprintIdsIn(value: unknown): readonly string[] {
  return value === null || value === undefined
    ? []
    : z.parse(sprints, value).map(({ id }) => String(id));
}

/** Null for a field that replay does not know. */
export function changeOf(item: ChangeItem, site: SiteFields): FieldChange | null {
  const field = fieldOfChange(item, site);
  if (field === null) return null;
  const { at, from, to, fromText, toText } = item;
  return { at, field, from, to, fromText, toText };
}
