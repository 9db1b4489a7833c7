/** Jira's status category by its key; an undefined category counts as "new". */
export type Category = "new" | "indeterminate" | "done";

/** What a goal's number needs to know of one Jira issue. Ids are Jira's decimal text. */
export type Item = {
  readonly id: string;
  readonly projectId: string;
  readonly typeId: string;
  /** Jira's hierarchyLevel: -1 sub-task, 0 story and its like, 1 epic, higher above. */
  readonly level: number;
  readonly parentId: string | null;
  readonly category: Category;
  /** Name of the resolution, whatever the status; null when unresolved. */
  readonly resolution: string | null;
  /** Last entry into the Done category, else the resolution date; null when not Done or unknown. */
  readonly doneSince: Date | null;
  /** Story points; 0 is a size, null is unsized. */
  readonly points: number | null;
  /** Own original estimate in seconds; 0 is a size, null is none. */
  readonly estimateSeconds: number | null;
  /** Sum of the original estimates of its sub-tasks in seconds; null when none has one. */
  readonly subTaskEstimateSeconds: number | null;
  /** Sub-tasks in Jira whose status category is not Done. */
  readonly openSubTasks: number;
  /** Has sub-tasks in Jira, in scope or not, open or closed. */
  readonly hasSubTasks: boolean;
  /** Has a child above sub-task level in Jira, in scope or not; only asked of levels above 0. */
  readonly hasChildren: boolean;
};
