import type { Change, StoredIssue } from "../../store/issue";
import type { World } from "../../world";
import { jiraTime } from "./time";
import { userBean } from "./user-bean";

/** One history of a changelog. An edit of which nobody knows who made it has no author. */
export function historyBean(world: World, change: Change) {
  const author = userBean(world, change.by);
  return {
    id: change.id,
    ...(author && { author }),
    created: jiraTime(change.at),
    items: change.items,
  };
}

/** The changes that a changelog tells of, oldest first. */
export function toldChanges(issue: StoredIssue): readonly Change[] {
  return issue.past.filter((change) => !change.hidden);
}
