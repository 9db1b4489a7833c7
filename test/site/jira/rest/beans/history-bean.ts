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

/** The changelog that `expand=changelog` puts into an issue: the newest hundred changes, newest first. */
export function changelogBean(world: World, issue: StoredIssue) {
  const newestFirst = toldChanges(issue).toReversed();
  const histories = newestFirst.slice(0, 100).map((change) => historyBean(world, change));
  const { length } = histories;
  return { startAt: 0, maxResults: length, total: newestFirst.length, histories };
}
