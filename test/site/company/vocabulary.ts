import type { StatusCategories } from "../jira/import/issue-line";

/** Statuses of the company's one workflow, with their ids. */
export const statusIds = {
  Backlog: "10003",
  "To Do": "10000",
  "In Progress": "3",
  "In Review": "10001",
  Done: "10002",
} as const;

export type StatusName = keyof typeof statusIds;

export const statuses = {
  Backlog: "new",
  "To Do": "new",
  "In Progress": "indeterminate",
  "In Review": "indeterminate",
  Done: "done",
} as const satisfies StatusCategories & Record<StatusName, string>;

export function isDoneStatus(name: string | null): boolean {
  return Object.entries(statuses).some(([status, key]) => status === name && key === "done");
}

export const resolutionIds = {
  Done: "10000",
  "Won't Do": "10001",
  Duplicate: "10002",
  "Cannot Reproduce": "10003",
  Obsolete: "10004",
  Declined: "10005",
} as const;

export type ResolutionName = keyof typeof resolutionIds;

/** Issue types with their hierarchy level in Jira. */
export const typeLevels = {
  Initiative: 2,
  Epic: 1,
  Story: 0,
  Task: 0,
  Bug: 0,
  "Sub-task": -1,
} as const;

export type TypeName = keyof typeof typeLevels;

export type PriorityName = "Highest" | "High" | "Medium" | "Low";

/** Both ends of the kinds of link that are used here. */
export const linkWords = {
  Blocks: { outward: "blocks", inward: "is blocked by" },
  Duplicate: { outward: "duplicates", inward: "is duplicated by" },
  Relates: { outward: "relates to", inward: "relates to" },
} as const;

export type LinkName = keyof typeof linkWords;
