import { subMinutes } from "date-fns";
import type { GoalLink } from "../../domain/goal";
import type { ChangedIssue } from "../jira-ports";
import type { Ports } from "../ports";
import { sweepKey, watermarkKey } from "./state-keys";

/** Search lags behind, longest after bulk edits, so every search looks back so far. */
const overlapMinutes = 15;

/**
 * Searches for what changed since the last search and marks what was not taken in: events may be lost, and rules may
 * have been matched against an index that lagged behind. A search that is cut off is made again from its beginning, and finds
 * what it marked already taken in. Gives how many issues were marked.
 */
export async function findLostChanges(ports: Ports): Promise<number> {
  const { store, jira, now } = ports;
  const startedAt = now();
  const sweep = await store.states.read(sweepKey);
  const until = Number((await store.states.read(watermarkKey))?.value ?? startedAt.getTime());
  const projectIds = await store.projects.ids();
  const rules = await store.links.rules();
  const since = subMinutes(new Date(until), overlapMinutes);
  let marked = 0;
  await jira.changedSince({ projectIds, since }, async (issues) => {
    marked += await markLost(ports, issues, rules);
  });
  await store.states.write(watermarkKey, startedAt.getTime(), startedAt);
  if (sweep !== null) await store.states.forget(sweep);
  return marked;
}

async function markLost(
  ports: Ports,
  issues: readonly ChangedIssue[],
  rules: readonly GoalLink[],
): Promise<number> {
  const { store, now } = ports;
  const ids = issues.map(({ id }) => id);
  const versions = await store.scope.versionsOf(ids);
  const parentIds = issues.flatMap(({ parentId }) => parentId ?? []);
  const links = await store.scope.linksBringingEach([...ids, ...parentIds]);
  const strangers = await misplacedByRules(ports, ids, { rules, links });
  const lost = issues.filter(({ id, updatedAt, parentId }) => {
    const version = versions.get(id);
    const isNews = version === undefined ? links.has(parentId ?? "") : version < updatedAt;
    return isNews || strangers.has(id);
  });
  const marks = lost.map(({ id, updatedAt }) => ({ issueId: id, seenAt: updatedAt }));
  await store.sync.mark(marks, { at: now(), mostWaiting: Number.MAX_SAFE_INTEGER });
  return lost.length;
}

type Membership = {
  readonly rules: readonly GoalLink[];
  readonly links: ReadonlyMap<string, readonly GoalLink[]>;
};

/** Issues that a rule matches and does not bring, or brings alone and no longer matches. */
async function misplacedByRules(
  { jira }: Ports,
  ids: readonly string[],
  { rules, links }: Membership,
): Promise<ReadonlySet<string>> {
  const queries = rules.filter((link) => link.kind === "rule");
  if (queries.length === 0 || ids.length === 0) return new Set();
  const jqls = queries.map(({ jql }) => jql);
  const outcomes = await jira.matching(jqls, ids);
  const misplaced = new Set<string>();
  for (const [place, { id: linkId, descendants }] of queries.entries()) {
    const outcome = outcomes[place];
    if (outcome?.kind !== "read") continue;
    const matched = new Set(outcome.ids);
    const isBrought = (id: string) => links.get(id)?.some((link) => link.id === linkId) === true;
    const isMisplaced = (id: string) =>
      matched.has(id) ? !isBrought(id) : isBrought(id) && !descendants;
    for (const id of ids.filter(isMisplaced)) misplaced.add(id);
  }
  return misplaced;
}
