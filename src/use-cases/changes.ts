import type { GoalLink } from "../domain/goal";
import type { ReadIssue } from "./jira-ports";
import type { Ports } from "./ports";
import type { ClaimedIssue, DrainBeginning } from "./sync/sync-ports";

/** Issues that may have changed, as Jira has them now, beside what was known of them. */
export type Changes = {
  /** Before Jira was asked. */
  readonly readAt: Date;
  /** As they are now, parents of changed sub-tasks included: a parent's record tells of its sub-tasks. */
  readonly found: readonly ReadIssue[];
  /** Of the claimed ones: deleted, or no longer visible to the app. */
  readonly missing: readonly string[];
  /** Links that bring the issues and their parents, as stored. */
  readonly links: ReadonlyMap<string, readonly GoalLink[]>;
  /** Issues of which facts are kept, or whose parent some link brings. */
  readonly known: ReadonlySet<string>;
  /**
   * Known parents of issues that are gone or have another parent now, issues that name sub-tasks of others, and parents
   * that are gone themselves: what that changes above them can be told only once they are claimed.
   */
  readonly formerParentIds: readonly string[];
  /** Those of them that are containers: they may have lost their last child. */
  readonly leftIds: readonly string[];
};

export async function readChanges(
  ports: Ports,
  { claimed, links: linksSoFar }: Pick<DrainBeginning, "claimed" | "links">,
): Promise<Changes> {
  const { jira } = ports;
  const readAt = ports.now();
  const asked = new Set([...claimed.map(({ issueId }) => issueId), ...parentsOfSubTasks(claimed)]);
  const { found, missing } = await jira.issuesById([...asked]);
  const claimedIds = new Set(claimed.map(({ issueId }) => issueId));
  const missingParentIds = missing.filter((id) => !claimedIds.has(id));
  const parentsNow = found.flatMap(({ item }) => item.parentId ?? []);
  const parentsBefore = claimed.flatMap(({ before }) => before?.parentId ?? []);
  const parentIds = [...new Set([...parentsBefore, ...parentsNow])];
  const links = await linksOf(ports, linksSoFar, {
    claimed,
    issueIds: [...parentsOfSubTasks(claimed), ...parentIds],
  });
  const unasked = found.flatMap(({ item: { level, parentId } }) =>
    level < 0 && parentId !== null && !asked.has(parentId) && links.has(parentId) ? parentId : [],
  );
  const parents = await jira.issuesById([...new Set(unasked)]);
  const former = formerParents(claimed, found);
  return {
    readAt,
    found: [...found, ...parents.found],
    missing: missing.filter((id) => claimedIds.has(id)),
    links,
    known: knownAmong(claimed, { found, parents: parents.found, links }),
    formerParentIds: [...former.map(({ id }) => id), ...missingParentIds],
    leftIds: former.filter(({ level }) => level > 0).map(({ id }) => id),
  };
}

/** Links of the claimed issues and of those above them as stored come along; those of other parents are read. */
async function linksOf(
  { store }: Ports,
  links: DrainBeginning["links"],
  asked: Pick<DrainBeginning, "claimed"> & { readonly issueIds: readonly string[] },
): Promise<Changes["links"]> {
  const kin = asked.claimed.flatMap(kinOf);
  if (links === null) return store.scope.linksBringingEach([...kin, ...asked.issueIds]);
  const known = new Set(kin);
  const others = asked.issueIds.filter((id) => !known.has(id));
  if (others.length === 0) return links;
  return new Map([...links, ...(await store.scope.linksBringingEach(others))]);
}

/** Of a sub-task its parent's parent too. */
function kinOf({ issueId, before }: ClaimedIssue): readonly string[] {
  if (before === null) return [issueId];
  const { level, parentId, grandparentId } = before;
  const above = level < 0 ? [parentId, grandparentId] : [parentId];
  return [issueId, ...above.filter((id) => id !== null)];
}

/** The event of a sub-task says nothing of its parent, whose count of open sub-tasks has changed. */
const parentsOfSubTasks = (claimed: readonly ClaimedIssue[]) =>
  claimed.flatMap(({ before }) =>
    before !== null && before.level < 0 && before.parentLevel !== null
      ? (before.parentId ?? [])
      : [],
  );

type Read = Pick<Changes, "found" | "links"> & { readonly parents: readonly ReadIssue[] };

function knownAmong(
  claimed: readonly ClaimedIssue[],
  { found, parents, links }: Read,
): ReadonlySet<string> {
  const inFamily = found.filter(({ item }) => links.has(item.parentId ?? ""));
  return new Set([
    ...claimed.flatMap(({ before, issueId }) => (before === null ? [] : [issueId])),
    ...parentsOfSubTasks(claimed),
    ...inFamily.map(({ item }) => item.id),
    ...parents.map(({ item }) => item.id),
    ...links.keys(),
  ]);
}

/** The parent of a sub-task is read with it: nobody else can tell later that it was elsewhere before. */
function formerParents(
  claimed: readonly ClaimedIssue[],
  found: readonly ReadIssue[],
): readonly Former[] {
  const parentNow = new Map(found.map(({ item }) => [item.id, item.parentId]));
  const former = claimed.flatMap(({ issueId, before, namedBy }): readonly Former[] => {
    const { parentId, parentLevel, grandparentId } = before ?? unknown;
    const now = parentNow.get(issueId);
    const isSettled = before !== null && parentId === now;
    const namers = isSettled ? [] : namedBy.filter((id) => id !== now && id !== parentId);
    const named = namers.map((id) => ({ id, level: 0 }));
    if (parentId === null || parentLevel === null) return named;
    const own = isSettled ? [] : [...named, { id: parentId, level: parentLevel }];
    const above = parentNow.get(parentId);
    return above === undefined || grandparentId === null || above === grandparentId
      ? own
      : [...own, { id: grandparentId, level: parentLevel + 1 }];
  });
  return [...new Map(former.map((each) => [each.id, each])).values()];
}

type Former = { readonly id: string; readonly level: number };

const unknown = { parentId: null, parentLevel: null, grandparentId: null };
