import type { StatusHistory } from "../settle-time";
import type { ReplayedIssue } from "./replay-issue";

/** When an issue entered and left Done, for the settle time of its project. */
export function statusHistoryOf({ id, createdAt, categories }: ReplayedIssue): StatusHistory {
  let done = categories[0]?.value.category === "done";
  const startsDone = done;
  const changes = categories.flatMap(({ from, value }) => {
    if ((value.category === "done") === done) return [];
    done = !done;
    return [{ at: new Date(from), done }];
  });
  return { issueId: id, createdAt, startsDone, changes };
}
