import type { ReadIssue } from "./jira-ports";
import type { Ports } from "./ports";

/** Issues that may have changed, as Jira has them now, beside what was known of them. */
export type Changes = {
  /** As they are now, parents of changed sub-tasks included: a parent's record tells of its sub-tasks. */
  readonly found: readonly ReadIssue[];
  /** Deleted, or no longer visible to the app. */
  readonly missing: readonly string[];
  /** Issues of which facts are kept, or whose parent is kept. */
  readonly known: ReadonlySet<string>;
  readonly before: ReadonlyMap<string, ReadIssue>;
  /** Issues whose change may change a goal: themselves, and their parents before and now. */
  readonly touchedIds: ReadonlySet<string>;
  /** Known containers that have lost a child, perhaps their last. */
  readonly leftIds: readonly string[];
};

export async function readChanges(ports: Ports, issueIds: readonly string[]): Promise<Changes> {
  const { jira, store } = ports;
  const before = byId(await store.scope.issuesById(issueIds));
  const { found, missing } = await jira.issuesById(issueIds);
  const all = [...before.values(), ...found];
  const parentIds = new Set(all.flatMap(({ item }) => item.parentId ?? []));
  const parents = byId(await store.scope.issuesById([...parentIds]));
  const family = await withParents(ports, { issueIds, found, all, parents });
  return {
    found: family,
    missing,
    known: new Set([
      ...before.keys(),
      ...parents.keys(),
      ...found.filter(({ item }) => parents.has(item.parentId ?? "")).map(({ item }) => item.id),
    ]),
    before: new Map([...parents, ...before]),
    touchedIds: new Set([...issueIds, ...parentIds]),
    leftIds: leftContainers(before, byId(found), parents),
  };
}

type Issues = ReadonlyMap<string, ReadIssue>;

function leftContainers(before: Issues, now: Issues, parents: Issues): readonly string[] {
  const left = new Set<string>();
  for (const [id, { item }] of before) {
    const isElsewhere = now.get(id)?.item.parentId !== item.parentId;
    if (item.parentId !== null && isElsewhere) left.add(item.parentId);
  }
  return [...left].filter((id) => (parents.get(id)?.item.level ?? 0) > 0);
}

type Family = {
  readonly issueIds: readonly string[];
  readonly found: readonly ReadIssue[];
  readonly all: readonly ReadIssue[];
  readonly parents: ReadonlyMap<string, ReadIssue>;
};

/** The event of a sub-task says nothing of its parent, whose count of open sub-tasks has changed. */
async function withParents(
  { jira }: Ports,
  { issueIds, found, all, parents }: Family,
): Promise<readonly ReadIssue[]> {
  const asked = new Set(issueIds);
  const ofSubTasks = all
    .filter(({ item }) => item.level < 0)
    .flatMap(({ item }) => item.parentId ?? [])
    .filter((id) => parents.has(id) && !asked.has(id));
  const read = await jira.issuesById([...new Set(ofSubTasks)]);
  return [...found, ...read.found];
}

const byId = (issues: readonly ReadIssue[]) => new Map(issues.map((each) => [each.item.id, each]));
