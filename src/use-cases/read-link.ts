import type { GoalLink } from "../domain/goal";
import { readDescendants } from "./descendants";
import type { ReadIssue } from "./jira-ports";
import type { Ports } from "./ports";
import type { ReadingProgress } from "./reading-progress";

/**
 * Reads what a link brings. Members that a complete reading did not meet are forgotten; a reading that is cut off
 * forgets none. Gives Jira's message when it refuses the rule: its members stay as they were.
 */
export async function readLink(
  ports: Ports,
  link: GoalLink,
  progress: ReadingProgress,
): Promise<string | null> {
  const { store, jira, now } = ports;
  const sweep = await store.scope.nextSweep(link.id);
  const take = async (issues: readonly ReadIssue[]) => {
    await store.scope.putIssues(issues, now());
    await store.scope.addMembers(
      link,
      issues.map(({ item }) => item.id),
      sweep,
    );
    await progress.add(issues.length);
  };
  const { roots, refused } = await readRoots(ports, link, take);
  if (refused !== null) {
    await store.links.markRead(link.id, now(), refused);
    return refused;
  }
  if (link.descendants) await readDescendants(jira, roots, take);
  await store.scope.dropUnseenMembers(link.id, sweep);
  await store.links.markRead(link.id, now(), null);
  return null;
}

type Roots = { readonly roots: readonly ReadIssue[]; readonly refused: string | null };

async function readRoots(
  { jira, store }: Ports,
  link: GoalLink,
  take: (issues: readonly ReadIssue[]) => Promise<void>,
): Promise<Roots> {
  if (link.kind === "issue") {
    const { found, missing } = await jira.issuesById([link.issueId]);
    await store.scope.markGone(missing);
    if (found.length > 0) await take(found);
    return { roots: found, refused: null };
  }
  const roots: ReadIssue[] = [];
  const outcome = await jira.issuesByJql(link.jql, async (issues) => {
    if (link.descendants) roots.push(...issues);
    await take(issues);
  });
  return { roots, refused: outcome.kind === "refused" ? outcome.message : null };
}
