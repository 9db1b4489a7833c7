import type { ReadIssue } from "../jira-ports";

/** An issue with its sub-tasks and its parent: what these are within a scope depends on each other's presence. */
export const kinOf = ({ item, subTaskIds }: ReadIssue): readonly string[] => [
  item.id,
  ...subTaskIds,
  ...(item.parentId === null ? [] : [item.parentId]),
];
