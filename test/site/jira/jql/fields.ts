import type { JqlField } from "./field";
import { epicLinkField, issueField, parentEpicField, parentField } from "./issue-reference-fields";
import {
  componentField,
  labelsField,
  priorityField,
  projectField,
  resolutionField,
  securityLevelField,
  sprintField,
  statusCategoryField,
  statusField,
  typeField,
} from "./reference-fields";
import { personField } from "./person-field";
import { invalid, unmodelled } from "./refusal";
import { fixVersionField } from "./version-field";
import { parsePeriod } from "./instants";

/** The field of this name, in any case. Throws for unknown ones, and for those that the local site does not model. */
export function fieldNamed(name: string): JqlField {
  const field = fields.get(name.toLowerCase());
  if (field !== undefined) return field;
  if (unmodelledFields.has(name.toLowerCase())) throw unmodelled(`field ${name}`);
  throw invalid(`Field '${name}' does not exist or you do not have permission to view it.`);
}

const created: JqlField = {
  kind: "instant",
  value: ({ createdAt }) => createdAt,
  sortKey: ({ createdAt }) => createdAt,
};
const updated: JqlField = {
  kind: "instant",
  value: ({ fields }) => fields.updatedAt,
  sortKey: ({ fields }) => fields.updatedAt,
};
const resolved: JqlField = {
  kind: "instant",
  value: ({ fields }) => fields.resolvedAt,
  sortKey: ({ fields }) => fields.resolvedAt,
};
const due: JqlField = {
  kind: "instant",
  wholeDays: true,
  value: ({ fields }) => (fields.dueDate === null ? null : Date.parse(fields.dueDate)),
  sortKey: ({ fields }) => fields.dueDate,
};
const categoryChanged: JqlField = {
  kind: "instant",
  value: ({ fields }) => fields.categoryChangedAt,
  sortKey: ({ fields }) => fields.categoryChangedAt,
};
const points: JqlField = {
  kind: "number",
  value: ({ fields }) => fields.storyPoints,
  sortKey: ({ fields }) => fields.storyPoints,
  parse: (text, field) => {
    const number = Number(text);
    if (Number.isNaN(number) || text.trim() === "") {
      throw invalid(`The value '${text}' for the field '${field}' is not a number.`);
    }
    return number;
  },
};

type Seconds = "originalEstimateSeconds" | "remainingEstimateSeconds" | "timeSpentSeconds";

/** Durations are written as "4h" or "1d 2h"; a bare number counts minutes. A day is 24 hours here. */
function duration(field: Seconds): JqlField {
  return {
    kind: "number",
    value: ({ fields }) => fields[field],
    sortKey: ({ fields }) => fields[field],
    parse: (text, name) => {
      if (/^\d+$/.test(text)) return Number(text) * 60;
      const period = parsePeriod(text);
      if (period === undefined) {
        throw invalid(`The value '${text}' for the field '${name}' is not a valid duration.`);
      }
      return period / 1000;
    },
  };
}

const summary: JqlField = {
  kind: "text",
  value: ({ fields }) => fields.summary,
  sortKey: ({ fields }) => fields.summary.toLowerCase(),
};

const rank: JqlField = {
  kind: "number",
  value: () => null,
  parse: () => {
    throw unmodelled("field Rank");
  },
  sortKey: ({ id }) => Number(id),
};

const assignee = personField(({ fields }) => fields.assignee);
const originalEstimate = duration("originalEstimateSeconds");
const remainingEstimate = duration("remainingEstimateSeconds");

const fields: ReadonlyMap<string, JqlField> = new Map<string, JqlField>([
  ["project", projectField],
  ["issuetype", typeField],
  ["type", typeField],
  ["status", statusField],
  ["statuscategory", statusCategoryField],
  ["statuscategorychangeddate", categoryChanged],
  ["resolution", resolutionField],
  ["priority", priorityField],
  ["labels", labelsField],
  ["fixversion", fixVersionField],
  ["fix version", fixVersionField],
  ["component", componentField],
  ["sprint", sprintField],
  ["cf[10020]", sprintField],
  ["level", securityLevelField],
  ["assignee", assignee],
  ["reporter", personField(({ fields: { reporter } }) => reporter)],
  ["creator", personField(({ creator }) => creator)],
  ["issuekey", issueField],
  ["issue", issueField],
  ["key", issueField],
  ["id", issueField],
  ["parent", parentField],
  ["epic link", epicLinkField],
  ["cf[10014]", epicLinkField],
  ["parentepic", parentEpicField],
  ["created", created],
  ["createddate", created],
  ["updated", updated],
  ["updateddate", updated],
  ["resolved", resolved],
  ["resolutiondate", resolved],
  ["due", due],
  ["duedate", due],
  ["story points", points],
  ["story points[number]", points],
  ["cf[10034]", points],
  ["originalestimate", originalEstimate],
  ["timeoriginalestimate", originalEstimate],
  ["remainingestimate", remainingEstimate],
  ["timeestimate", remainingEstimate],
  ["timespent", duration("timeSpentSeconds")],
  ["summary", summary],
  ["text", summary],
  ["rank", rank],
]);

/**
 * Fields of Jira that nothing here evaluates. `hierarchyLevel` occurs in public queries, but Atlassian's list of JQL
 * fields could not be found to confirm it: use `issuetype in (ids)`.
 */
const unmodelledFields: ReadonlySet<string> = new Set([
  "affectedversion",
  "affected version",
  "approvals",
  "attachments",
  "category",
  "comment",
  "description",
  "development",
  "environment",
  "filter",
  "hierarchylevel",
  "issue.property",
  "issuelinktype",
  "lastviewed",
  "parent link",
  "projecttype",
  "request",
  "savedfilter",
  "team",
  "voter",
  "votes",
  "watcher",
  "watchers",
  "worklogauthor",
  "worklogcomment",
  "worklogdate",
  "workratio",
]);
