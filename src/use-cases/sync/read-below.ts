import type { ReadIssue } from "../jira-ports";
import type { Ports } from "../ports";
import type { LinkReading } from "./link-reading";
import type { Checkpoint } from "./reading-ports";

/** Parents of one search. */
const parentsAtOnce = 100;

/**
 * Everything below what a reading has met, level by level from the highest: a child is always of a lower level than its
 * parent. Sub-tasks are known by their parent; only containers have to be searched for their children.
 */
export async function readBelow(
  ports: Ports,
  reading: LinkReading,
  begun: Checkpoint,
): Promise<void> {
  const { readings } = ports.store;
  const top = begun.level ?? (await readings.topLevel(reading.link, begun.sweep));
  if (top === null) return;
  let after = begun.level === null ? "0" : begun.after;
  for (let level = top; level >= 0; level--) {
    await readLevel(ports, reading, { ...begun, level, after });
    after = "0";
  }
}

type AtLevel = Checkpoint & { readonly level: number };

async function readLevel(ports: Ports, { link, take }: LinkReading, begun: AtLevel): Promise<void> {
  let at = begun;
  for (;;) {
    const parents = await ports.store.readings.seenAtLevel(link, at, parentsAtOnce);
    const last = parents.at(-1);
    if (last === undefined) return;
    at = { ...at, after: last.issueId };
    await take(await childrenOf(ports, at.level, parents), at);
  }
}

async function childrenOf(
  { jira }: Ports,
  level: number,
  parents: readonly { readonly issueId: string; readonly subTaskIds: readonly string[] }[],
): Promise<readonly ReadIssue[]> {
  if (level > 0) return jira.childrenOf(parents.map(({ issueId }) => issueId));
  const { found } = await jira.issuesById(parents.flatMap(({ subTaskIds }) => subTaskIds));
  return found;
}
