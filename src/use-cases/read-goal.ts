import type { GoalLink } from "../domain/goal";
import { askForChildren } from "./know-containers";
import type { Ports } from "./ports";
import { refreshProjects } from "./prepare-projects";
import { readLink } from "./read-link";
import { beginReading, type ReadingProgress } from "./reading-progress";
import { rollDirtyGoals } from "./roll-goals";
import type { GoalReading } from "./store-ports";
import { placeIssues } from "./sync/place-issues";

/**
 * Reads the links of a goal from Jira, then computes it and the goals it counts in. A reading that was cut off goes on
 * with the links it has not read; a job whose wish was already met by another does nothing.
 */
export async function readGoal(
  ports: Ports,
  { goalId }: { readonly goalId: string },
): Promise<void> {
  const { store, now } = ports;
  const row = await store.goals.rowById(goalId);
  const since = row === null ? null : askedSince(row.reading, now());
  if (since === null) return;
  const links = await store.links.ofGoal(goalId);
  const open = links.filter(({ readAt }) => readAt === null || readAt <= since);
  const about = await aboutHowMany(ports, open);
  const progress = await beginReading(ports, goalId, { since, about });
  const messages = await readLinks(ports, links, { open, progress, since });
  await askForChildren(ports, await store.readings.childlessOwn(goalId));
  await refreshProjects(ports, await store.readings.ownProjects(goalId));
  await placeOwn(ports, goalId);
  await rollDirtyGoals(ports);
  await progress.end(
    messages.length === 0
      ? { kind: "complete", at: now() }
      : { kind: "broken", detail: messages.join(" "), at: now() },
  );
  await ports.queue.push({ kind: "take-in-past", goalId });
}

const issuesAtOnce = 150;

/**
 * Places what the goal's own links bring, in its scope and in those of the goals that count it. There the kin of these
 * issues may stand by other goals' links, and what those are depends on these.
 */
async function placeOwn(ports: Ports, goalId: string): Promise<void> {
  const { store } = ports;
  const settings = await store.settings();
  let after = "0";
  for (;;) {
    const own = await store.readings.ownAfter(goalId, after, issuesAtOnce);
    const last = own.at(-1);
    if (last === undefined) break;
    const ids = own.map(({ issueId }) => issueId);
    const parentIds = own.flatMap(({ parentId }) => parentId ?? []);
    const childIds = await store.scope.knownChildrenOf(ids);
    await placeIssues(ports, [...new Set([...ids, ...parentIds, ...childIds])], settings);
    after = last.issueId;
  }
  await store.sync.markGoals(await store.goals.countedIn(goalId));
}

/** When the reading that is due was asked for; null when none is. */
function askedSince(reading: GoalReading | null, now: Date): Date | null {
  if (reading === null) return now;
  return reading.kind === "queued" || reading.kind === "reading" ? reading.since : null;
}

/** Jira's messages about the rules that it refuses. */
async function readLinks(
  ports: Ports,
  links: readonly GoalLink[],
  {
    open,
    ...asked
  }: {
    readonly open: readonly GoalLink[];
    readonly progress: ReadingProgress;
    readonly since: Date;
  },
): Promise<readonly string[]> {
  const messages: string[] = [];
  for (const link of links) {
    const refusal = open.includes(link) ? await readLink(ports, link, asked) : link.broken;
    if (refusal !== null) messages.push(refusal);
  }
  return messages;
}

/** Jira's estimate where every link is a rule that brings its matches only; else nobody knows beforehand. */
async function aboutHowMany({ jira }: Ports, links: readonly GoalLink[]): Promise<number | null> {
  let about = 0;
  for (const link of links) {
    if (link.kind === "issue" || link.descendants) return null;
    const count = await jira.approximateCount(link.jql);
    if (count === null) return null;
    about += count;
  }
  return about;
}
