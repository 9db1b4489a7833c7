import type { ViewerPorts } from "./ports";

/** Writes down who did what to a goal. */
export async function recordAction(
  { store, viewer, now, newId }: ViewerPorts,
  goalId: string,
  action: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await store.audit({
    id: newId(),
    at: now(),
    goalId,
    accountId: viewer.accountId,
    action,
    details,
  });
}

/** In the log of a goal: a goal that was below it went elsewhere; its own log tells when and where to. */
export const subGoalLeft = "sub-goal-left";
