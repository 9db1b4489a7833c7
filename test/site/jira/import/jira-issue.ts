import { z } from "zod/mini";
import { changelogOf, type History, type KnownFields } from "./jira-histories";
import { instantOfJira } from "./jira-time";

const maybe = <T extends z.core.$ZodType>(schema: T) => z.optional(z.nullable(schema));
const named = z.looseObject({ name: z.string() });
const person = z.looseObject({ accountId: z.optional(z.string()) });
const type = z.looseObject({
  name: z.string(),
  subtask: z.optional(z.boolean()),
  hierarchyLevel: z.optional(z.number()),
});
const reference = z.looseObject({
  key: z.string(),
  fields: z.optional(z.looseObject({ issuetype: z.optional(type) })),
});
const status = z.looseObject({
  id: z.string(),
  name: z.string(),
  statusCategory: z.looseObject({ key: z.string() }),
});
const link = z.looseObject({
  type: z.looseObject({ name: z.string(), inward: z.string(), outward: z.string() }),
  inwardIssue: z.optional(z.looseObject({ key: z.string() })),
  outwardIssue: z.optional(z.looseObject({ key: z.string() })),
});

/** An issue as Jira's REST API answers it, as far as an export takes it over. */
export const jiraIssue = z.looseObject({
  id: z.string(),
  key: z.string(),
  self: z.optional(z.string()),
  fields: z.looseObject({
    summary: z.string(),
    issuetype: type,
    project: z.optional(z.looseObject({ key: z.string(), name: z.optional(z.string()) })),
    parent: maybe(reference),
    status,
    priority: maybe(named),
    resolution: maybe(named),
    assignee: maybe(person),
    reporter: maybe(person),
    created: z.string(),
    updated: maybe(z.string()),
    resolutiondate: maybe(z.string()),
    duedate: maybe(z.string()),
    timeoriginalestimate: maybe(z.number()),
    timeestimate: maybe(z.number()),
    timespent: maybe(z.number()),
    labels: maybe(z.array(z.string())),
    components: maybe(z.array(named)),
    fixVersions: maybe(
      z.array(
        z.looseObject({
          id: z.string(),
          name: z.string(),
          released: z.optional(z.boolean()),
          releaseDate: maybe(z.string()),
        }),
      ),
    ),
    issuelinks: maybe(z.array(link)),
    subtasks: maybe(z.array(z.looseObject({ key: z.string() }))),
    comment: maybe(z.looseObject({ total: z.optional(z.number()) })),
    security: maybe(named),
  }),
});
export type JiraIssue = z.infer<typeof jiraIssue>;

/** A line of an export, not checked yet, from an issue and its whole history; without one, its history is unknown. */
export function lineOfJiraIssue(
  issue: JiraIssue,
  known: KnownFields,
  history: readonly History[] | null,
): Readonly<Record<string, unknown>> {
  const { id, key, fields } = issue;
  const { status: at } = fields;
  return {
    ...placeOf(issue),
    ...typeOf(issue),
    ...parentsOf(issue),
    ...{ key, id, summary: fields.summary, status: at.name, statusId: at.id },
    statusCategory: at.statusCategory.key === "undefined" ? "new" : at.statusCategory.key,
    ...namesOf(issue),
    ...timesOf(issue),
    ...listsOf(issue),
    storyPoints: pointsOf(issue, known),
    sprints: sprintsOf(issue, known),
    historyBasis: history === null ? "none" : "full",
    changelog: history === null ? [] : changelogOf(history, known),
  };
}

function typeOf({ fields: { issuetype } }: JiraIssue) {
  const { name, subtask, hierarchyLevel } = issuetype;
  return {
    type: name,
    ...(subtask === undefined ? {} : { subtask }),
    ...(hierarchyLevel === undefined ? {} : { hierarchyLevel }),
  };
}

function listsOf({ fields }: JiraIssue) {
  const { labels, components, fixVersions, subtasks, issuelinks, comment } = fields;
  return {
    labels: labels ?? [],
    components: (components ?? []).map(({ name }) => name),
    fixVersions: (fixVersions ?? []).map(({ id, name, released, releaseDate }) => ({
      ...{ id, name, released: released ?? false, releaseDate: releaseDate ?? null },
    })),
    subtasks: (subtasks ?? []).map((each) => each.key),
    links: (issuelinks ?? []).flatMap(linkOf),
    commentCount: comment?.total ?? 0,
  };
}

function placeOf({ key, self, fields: { project } }: JiraIssue) {
  const projectKey = project?.key ?? key.slice(0, key.lastIndexOf("-"));
  return {
    site: self === undefined ? "export" : new URL(self).host,
    project: projectKey,
    projectName: project?.name ?? projectKey,
  };
}

/** An epic stands by itself; any other parent is the parent of a sub-task or something above epics. */
function parentsOf({ fields: { parent, issuetype } }: JiraIssue) {
  const isEpic = parent?.fields?.issuetype?.hierarchyLevel === 1;
  const ofEpic = isEpic && (issuetype.hierarchyLevel ?? 0) === 0;
  const key = parent?.key ?? null;
  return ofEpic ? { parent: null, epic: key } : { parent: key, epic: null };
}

function namesOf({ fields }: JiraIssue) {
  const { priority, resolution, assignee, reporter, security } = fields;
  return {
    priority: priority?.name ?? null,
    resolution: resolution?.name ?? null,
    assignee: accountOf(assignee),
    reporter: accountOf(reporter),
    ...(security ? { securityLevel: security.name } : {}),
  };
}

function accountOf(one: z.infer<typeof person> | null | undefined): string | null {
  const accountId = one?.accountId ?? "";
  return accountId === "" ? null : accountId;
}

function timesOf({ fields }: JiraIssue) {
  const { created, updated, resolutiondate, duedate } = fields;
  return {
    created: instantOfJira(created),
    updated: instantOfJira(updated ?? created),
    resolved: resolutiondate ? instantOfJira(resolutiondate) : null,
    dueDate: duedate ?? null,
    originalEstimateSec: fields.timeoriginalestimate ?? null,
    remainingEstimateSec: fields.timeestimate ?? null,
    timeSpentSec: fields.timespent ?? null,
  };
}

function pointsOf({ fields }: JiraIssue, { storyPoints }: KnownFields): number | null {
  const value = storyPoints === null ? null : fields[storyPoints];
  return typeof value === "number" ? value : null;
}

const sprints = z.array(
  z.looseObject({
    id: z.number(),
    name: z.string(),
    state: z.string(),
    startDate: maybe(z.string()),
    endDate: maybe(z.string()),
    completeDate: maybe(z.string()),
  }),
);

function sprintsOf({ fields }: JiraIssue, { sprint }: KnownFields) {
  const parsed = sprints.safeParse(sprint === null ? [] : fields[sprint]);
  const at = (date: string | null | undefined) => (date ? instantOfJira(date) : null);
  return (parsed.success ? parsed.data : []).map(({ id, name, state, ...dates }) => ({
    ...{ id, name, state },
    start: at(dates.startDate),
    end: at(dates.endDate),
    complete: at(dates.completeDate),
  }));
}

function linkOf({ type: { name, inward, outward }, ...ends }: z.infer<typeof link>) {
  return [
    ...(ends.outwardIssue
      ? [{ type: name, direction: "outward", text: outward, key: ends.outwardIssue.key }]
      : []),
    ...(ends.inwardIssue
      ? [{ type: name, direction: "inward", text: inward, key: ends.inwardIssue.key }]
      : []),
  ];
}
