import * as z from "zod/mini";
import { flag, id, ids, instant, int, oneOf, points } from "./decoders";
import type { ReadIssue } from "../use-cases/jira-ports";
import type { Value } from "./statement";
import {
  flagValue,
  idOrNull,
  idValue,
  instantOrNull,
  instantValue,
  secondsOrNull,
  textUpTo,
  thousandthsOrNull,
} from "./values";

/** Status categories in the order of their numbers in the store. */
export const categories = ["new", "indeterminate", "done"] as const;

export const categoryValue = (category: (typeof categories)[number]): number =>
  categories.indexOf(category);

/** An issue as last read from Jira. */
export const factRow = z.object({
  issue_id: id,
  issue_key: z.string(),
  project_id: id,
  project_key: z.string(),
  parent_id: z.nullable(id),
  type_id: id,
  level: int,
  category: oneOf(categories),
  resolution: z.nullable(z.string()),
  done_ms: z.nullable(instant),
  points_m: z.nullable(points),
  estimate_s: z.nullable(int),
  open_sub_tasks: int,
  sub_task_ids: ids,
  has_children: flag,
  secured: flag,
  created_ms: instant,
  synced_ms: int,
  updated_ms: instant,
});

/** What the stored children of an issue amount to. */
export const childrenRow = z.object({
  parent_id: id,
  sub_tasks: int,
  open_sub_tasks: int,
  sub_estimate_s: z.nullable(int),
  issues: int,
  sub_synced_ms: int,
});
type Children = z.output<typeof childrenRow>;

const childless: Omit<Children, "parent_id"> = {
  sub_tasks: 0,
  open_sub_tasks: 0,
  sub_estimate_s: null,
  issues: 0,
  sub_synced_ms: 0,
};

/** The issue with what only its stored children can tell. */
export function readIssueOf(
  fact: z.output<typeof factRow>,
  children: Omit<Children, "parent_id"> = childless,
): ReadIssue {
  const { sub_task_ids: subTaskIds } = fact;
  const known = children.sub_tasks >= subTaskIds.length;
  const openSubTasks =
    known && children.sub_synced_ms > fact.synced_ms
      ? children.open_sub_tasks
      : fact.open_sub_tasks;
  return {
    item: {
      id: fact.issue_id,
      projectId: fact.project_id,
      typeId: fact.type_id,
      level: fact.level,
      parentId: fact.parent_id,
      category: fact.category,
      resolution: fact.resolution,
      doneSince: fact.done_ms,
      points: fact.points_m,
      estimateSeconds: fact.estimate_s,
      subTaskEstimateSeconds: children.sub_estimate_s,
      openSubTasks,
      hasSubTasks: subTaskIds.length > 0 || children.sub_tasks > 0,
      hasChildren: fact.has_children || children.issues > 0,
    },
    key: fact.issue_key,
    projectKey: fact.project_key,
    createdAt: fact.created_ms,
    updatedAt: fact.updated_ms,
    secured: fact.secured,
    subTaskIds,
  };
}

const nameLimit = 255;

export function factValues(issue: ReadIssue, readAt: Date): readonly Value[] {
  const { item } = issue;
  return [
    idValue(item.id),
    issue.key,
    idValue(item.projectId),
    issue.projectKey,
    idOrNull(item.parentId),
    idValue(item.typeId),
    item.level,
    categoryValue(item.category),
    item.resolution === null ? null : textUpTo(nameLimit, item.resolution),
    instantOrNull(item.doneSince),
    thousandthsOrNull(item.points),
    secondsOrNull(item.estimateSeconds),
    item.openSubTasks,
    issue.subTaskIds.join(","),
    flagValue(item.hasChildren),
    flagValue(issue.secured),
    0,
    instantValue(issue.createdAt),
    instantValue(readAt),
    instantValue(issue.updatedAt),
  ];
}
