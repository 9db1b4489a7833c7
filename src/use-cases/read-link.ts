import type { GoalLink } from "../domain/goal";
import type { Ports } from "./ports";
import type { ReadingProgress } from "./reading-progress";
import type { LinkReading } from "./sync/link-reading";
import { readBelow } from "./sync/read-below";
import type { Checkpoint } from "./sync/reading-ports";

/**
 * Reads what a link brings. A reading that is cut off goes on behind the last issue it has written down. Members that a
 * complete reading did not meet are forgotten; a reading that is cut off forgets none. Gives Jira's message when it
 * refuses the rule: its members stay as they were.
 */
export async function readLink(
  ports: Ports,
  link: GoalLink,
  { progress, since }: { readonly progress: ReadingProgress; readonly since: Date },
): Promise<string | null> {
  const { store, now } = ports;
  const begun = await begin(ports, link, since);
  const { sweep } = begun;
  const readAt = now();
  const reading: LinkReading = {
    link,
    take: async (issues, reached) => {
      await store.scope.putIssues(issues, readAt);
      await store.scope.addMembers(
        link,
        issues.map(({ item }) => item.id),
        sweep,
      );
      await store.readings.putCheckpoint(link.id, reached);
      await progress.add(issues.length);
    },
  };
  const refused = begun.level === null ? await readRoots(ports, reading, begun) : null;
  if (refused === null && link.descendants) await readBelow(ports, reading, begun);
  if (refused === null) {
    await keepRoot(ports, link, sweep);
    await forgetUnseen(ports, link, sweep);
  }
  await store.links.markRead(link.id, now(), refused);
  await store.readings.endReading(link.id);
  return refused;
}

async function begin({ store }: Ports, link: GoalLink, since: Date): Promise<Checkpoint> {
  const kept = await store.readings.checkpoint(link.id);
  if (kept !== null && kept.since >= since) return kept;
  return { sweep: await store.scope.nextSweep(link.id), since, level: null, after: "0" };
}

async function readRoots(
  ports: Ports,
  { link, take }: LinkReading,
  begun: Checkpoint,
): Promise<string | null> {
  const { jira } = ports;
  if (link.kind === "issue") {
    const { found, missing } = await jira.issuesById([link.issueId]);
    await lookAt(ports, missing);
    await take(found, begun);
    return null;
  }
  const outcome = await jira.issuesByJql(
    link.jql,
    (issues) => take(issues, { ...begun, after: issues.at(-1)?.item.id ?? begun.after }),
    begun.after,
  );
  return outcome.kind === "refused" ? outcome.message : null;
}

/** A linked issue that is out of sight stays linked: it may come back. */
async function keepRoot({ store }: Ports, link: GoalLink, sweep: number): Promise<void> {
  if (link.kind === "issue") await store.scope.addMembers(link, [link.issueId], sweep);
}

async function forgetUnseen(ports: Ports, link: GoalLink, sweep: number): Promise<void> {
  const { readings, scope } = ports.store;
  await lookAt(ports, await readings.unseen(link, sweep));
  await scope.dropUnseenMembers(link.id, sweep);
}

/** What has left or is out of sight is looked at again, so that it leaves every scope that it was in. */
async function lookAt({ store, now, queue }: Ports, issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return;
  const marks = issueIds.map((issueId) => ({ issueId, seenAt: null }));
  await store.sync.mark(marks, { at: now(), mostWaiting: Number.MAX_SAFE_INTEGER });
  await queue.push({ kind: "take-in-changes" });
}
