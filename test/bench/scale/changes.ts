import type { ReadIssue } from "../../../src/use-cases/jira-ports";
import { createRandom } from "../../site/company/random";
import type { MadeSite } from "./made-site";

/** Lets so many issues change in Jira now: what was Done is open again, what was open is Done. */
export function changeIssues(site: MadeSite, count: number, at: Date): readonly ReadIssue[] {
  const random = createRandom(count).fork(at.toISOString());
  const ids = [...site.issues.keys()];
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, ids.length)) chosen.add(random.pick(ids));
  return [...chosen].flatMap((id) => {
    const issue = site.issues.get(id);
    if (issue === undefined) return [];
    const changed = turned(issue, at);
    site.issues.set(id, changed);
    return changed;
  });
}

function turned(issue: ReadIssue, at: Date): ReadIssue {
  const isDone = issue.item.category === "done";
  const item = {
    ...issue.item,
    category: isDone ? ("indeterminate" as const) : ("done" as const),
    doneSince: isDone ? null : at,
    resolution: isDone ? null : "Done",
  };
  return { ...issue, item, updatedAt: at };
}
