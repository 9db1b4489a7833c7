import type { ChangeItem, IssueFields } from "../store/issue";
import type { MappedItem } from "./change-effect";
import type { ImportContext } from "./import-context";
import type { ChangeLine } from "./issue-line";
import {
  mapComponent,
  mapFixVersion,
  mapLink,
  mapPerson,
  mapSprint,
  mapVersion,
} from "./map-references";

type Mapper = (line: ChangeLine, context: ImportContext, projectId: string) => MappedItem;

/** Brings one changelog item of an export into the shape of Jira Cloud, with what it did. */
export function mapChange(line: ChangeLine, context: ImportContext, projectId: string): MappedItem {
  const mapper = mappers[line.field] ?? mapOther;
  return mapper(line, context, projectId);
}

const mapStatus: Mapper = (line, { catalog, categoryOf, siteId }) => {
  const id = (name: string | null, sourceId: string | null) =>
    name === null ? null : catalog.status(name, categoryOf(name), sourceId && siteId(sourceId));
  const from = id(line.fromString, line.from);
  const to = id(line.toString, line.to);
  return {
    item: system("status", line, from, to),
    effect: {
      kind: "set",
      before: from === null ? {} : { statusId: from },
      after: to === null ? {} : { statusId: to },
    },
  };
};

const mapResolution: Mapper = (line, { catalog, siteId }) => {
  const id = (name: string | null, sourceId: string | null) =>
    name === null ? null : catalog.resolution(name, sourceId && siteId(sourceId));
  const from = id(line.fromString, line.from);
  const to = id(line.toString, line.to);
  return {
    item: system("resolution", line, from, to),
    effect: { kind: "set", before: { resolutionId: from }, after: { resolutionId: to } },
  };
};

const mapPriority: Mapper = (line, { catalog }) => {
  const from = line.fromString && catalog.priority(line.fromString);
  const to = line.toString && catalog.priority(line.toString);
  return {
    item: system("priority", line, from, to),
    effect: { kind: "set", before: { priorityId: from }, after: { priorityId: to } },
  };
};

const mapType: Mapper = (line, { catalog }) => {
  const from = line.fromString && catalog.type(line.fromString, null);
  const to = line.toString && catalog.type(line.toString, null);
  return {
    item: system("issuetype", line, from, to),
    effect: {
      kind: "set",
      before: from ? { typeId: from } : {},
      after: to ? { typeId: to } : {},
    },
  };
};

const mapSecurity: Mapper = (line, { catalog }) => {
  const from = line.fromString && catalog.securityLevel(line.fromString);
  const to = line.toString && catalog.securityLevel(line.toString);
  return {
    item: system("security", line, from, to),
    effect: { kind: "set", before: { securityLevelId: from }, after: { securityLevelId: to } },
  };
};

const mapParent: Mapper = (line, { issueIdOf, siteId }) => {
  const id = (key: string | null, sourceId: string | null) =>
    (key && issueIdOf(key)) ?? (sourceId && siteId(sourceId));
  const from = id(line.fromString, line.from);
  const to = id(line.toString, line.to);
  const { fromString, toString } = line;
  return {
    item: { field: "IssueParentAssociation", fieldtype: "jira", from, fromString, to, toString },
    effect: { kind: "set", before: { parentId: from }, after: { parentId: to } },
  };
};

const mapKey: Mapper = (line, { projectIdOf }) => {
  const { fromString, toString } = line;
  const moved = (key: string | null): Partial<IssueFields> =>
    key === null ? {} : { key, projectId: projectIdOf(key.slice(0, key.lastIndexOf("-"))) };
  return {
    item: { field: "Key", fieldtype: "jira", from: null, fromString, to: null, toString },
    effect: { kind: "set", before: moved(fromString), after: moved(toString) },
  };
};

/** The ids of the projects follow from the keys in the `Key` item of the same edit. */
const mapProject: Mapper = (line) => ({
  item: system("project", line, line.from, line.to),
  effect: { kind: "none" },
});

const mapPoints: Mapper = (line) => {
  const { fromString, toString } = line;
  const points = (text: string | null) => (text ? Number(text) : null);
  return {
    item: {
      field: line.field,
      fieldtype: "custom",
      fieldId: "customfield_10034",
      from: null,
      fromString,
      to: null,
      toString,
    },
    effect: {
      kind: "set",
      before: { storyPoints: points(fromString) },
      after: { storyPoints: points(toString) },
    },
  };
};

const secondsOf =
  (field: "originalEstimateSeconds" | "remainingEstimateSeconds" | "timeSpentSeconds"): Mapper =>
  (line) => {
    const seconds = (text: string | null): Partial<IssueFields> => ({
      [field]: text ? Number(text) : null,
    });
    return {
      item: system(line.field, line, line.from, line.to),
      effect: { kind: "set", before: seconds(line.from), after: seconds(line.to) },
    };
  };

const mapDueDate: Mapper = (line) => {
  const day = (text: string | null) => (text ? text.slice(0, 10) : null);
  const from = day(line.from ?? line.fromString);
  const to = day(line.to ?? line.toString);
  return {
    item: system("duedate", line, from, to),
    effect: { kind: "set", before: { dueDate: from }, after: { dueDate: to } },
  };
};

const mapLabels: Mapper = (line) => {
  const labels = (text: string | null) => (text ? text.split(" ") : []);
  return {
    item: system("labels", line, null, null),
    effect: {
      kind: "set",
      before: { labels: labels(line.fromString) },
      after: { labels: labels(line.toString) },
    },
  };
};

const mapSummary: Mapper = (line) => ({
  item: system("summary", line, null, null),
  effect: {
    kind: "set",
    before: line.fromString === null ? {} : { summary: line.fromString },
    after: line.toString === null ? {} : { summary: line.toString },
  },
});

const mapText: Mapper = (line) => ({
  item: system(line.field, line, line.from, line.to),
  effect: { kind: "none" },
});

/** Items of Jira itself that name no field. */
const mapNoise: Mapper = (line) => {
  const { field, from, fromString, to, toString } = line;
  return {
    item: { field, fieldtype: "jira", from, fromString, to, toString },
    effect: { kind: "none" },
  };
};

const mapOther: Mapper = (line, { catalog }) => {
  const { field, from, fromString, to, toString } = line;
  const fieldId = field === "Rank" ? "customfield_10019" : catalog.customField(field);
  return {
    item: { field, fieldtype: "custom", fieldId, from, fromString, to, toString },
    effect: { kind: "none" },
  };
};

function system(
  field: string,
  line: ChangeLine,
  from: string | null,
  to: string | null,
): ChangeItem {
  const { fromString, toString } = line;
  return { field, fieldtype: "jira", fieldId: field, from, fromString, to, toString };
}

const mappers: Readonly<Record<string, Mapper>> = {
  status: mapStatus,
  resolution: mapResolution,
  priority: mapPriority,
  issuetype: mapType,
  type: mapType,
  "Issue Type": mapType,
  security: mapSecurity,
  Security: mapSecurity,
  Parent: mapParent,
  "Parent Issue": mapParent,
  "Parent Link": mapParent,
  "Epic Link": mapParent,
  IssueParentAssociation: mapParent,
  Key: mapKey,
  project: mapProject,
  Project: mapProject,
  "Story Points": mapPoints,
  "Story points": mapPoints,
  "Story point estimate": mapPoints,
  timeoriginalestimate: secondsOf("originalEstimateSeconds"),
  timeestimate: secondsOf("remainingEstimateSeconds"),
  timespent: secondsOf("timeSpentSeconds"),
  duedate: mapDueDate,
  labels: mapLabels,
  summary: mapSummary,
  description: mapText,
  environment: mapText,
  assignee: (line, { catalog }) => mapPerson("assignee", line, catalog),
  reporter: (line, { catalog }) => mapPerson("reporter", line, catalog),
  Sprint: (line, context, projectId) => mapSprint(line, context, projectId),
  "Fix Version": (line, context, projectId) => mapFixVersion(line, context, projectId),
  Version: (line, context, projectId) => mapVersion(line, context, projectId),
  Component: (line, { catalog }, projectId) => mapComponent(line, catalog, projectId),
  Link: (line) => mapLink(line),
  RemoteIssueLink: mapNoise,
  Workflow: mapNoise,
  Attachment: mapNoise,
  Comment: mapNoise,
  WorklogId: mapNoise,
  WorklogTimeSpent: mapNoise,
  "Epic Child": mapNoise,
};
