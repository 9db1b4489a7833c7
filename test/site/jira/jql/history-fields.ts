import type { IssueFields } from "../store/issue";

/** A field whose past JQL can ask for. */
export type HistoryField = {
  /** As changelog items name it. */
  readonly fieldId: string;
  readonly values: (fields: IssueFields) => readonly string[];
};

const one = (id: string | null) => (id === null ? [] : [id]);

/** Jira keeps the history of these six fields for WAS and CHANGED; by the field's name in lower case. */
export const historyFields: ReadonlyMap<string, HistoryField> = new Map<string, HistoryField>([
  ["status", { fieldId: "status", values: ({ statusId }) => [statusId] }],
  ["assignee", { fieldId: "assignee", values: ({ assignee }) => one(assignee) }],
  ["reporter", { fieldId: "reporter", values: ({ reporter }) => one(reporter) }],
  ["priority", { fieldId: "priority", values: ({ priorityId }) => one(priorityId) }],
  ["resolution", { fieldId: "resolution", values: ({ resolutionId }) => one(resolutionId) }],
  ["fixversion", { fieldId: "fixVersions", values: ({ fixVersionIds }) => fixVersionIds }],
]);
