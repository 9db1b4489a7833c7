import type { Goal } from "../domain/goal";

export type Ownership = Pick<Goal, "owner" | "createdBy">;

/** A goal that nobody owns belongs to whoever made it. */
export const isTheirs = (goal: Ownership, accountId: string): boolean =>
  goal.owner === accountId || (goal.owner === null && goal.createdBy === accountId);
