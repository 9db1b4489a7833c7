import { type Cursor, gather, type Gathered } from "./gather";
import type { PassProgress } from "./pass-progress";
import type { OpenParents, Place } from "./pass-ports";
import { readOnce } from "./read-once";
import type { Parent } from "./reading-ports";
import { mostSearched, searchShare } from "./search-share";
import type { Turn } from "./take-turn";

/** Parents of three searches, or with sub-tasks for ten full requests: what they have fills requests. */
const atOnce = { parents: 300, subTasks: 1000 };
/** So many are searched at once where Jira does not say how many children they have. */
const fewParents = 10;
/** Most parents in one search. */
const parentsPerSearch = 100;

const unsearched = { from: null, searched: [], found: [] } as const;

type Below = Extract<Place, { readonly step: "below" }>;

/**
 * Everything below what the links with descendants have brought, level by level from the highest. The children of a
 * parent are read once, however many links and goals bring it. Sub-tasks are known by their parent; only containers
 * have to be searched for their children.
 */
export async function readBelow(turn: Turn, progress: PassProgress, begun: Below): Promise<void> {
  let at = begun;
  while (at.level >= 0) {
    await readLevel(turn, progress, at);
    at = { step: "below", level: at.level - 1, goals: 0, after: "0", open: null };
    await turn.reach(at);
  }
  await turn.reach({ step: "forget" });
}

async function readLevel(turn: Turn, progress: PassProgress, begun: Below): Promise<void> {
  const { level } = begun;
  const read = new Set<string>();
  let cursor: Cursor = { goals: begun.goals, after: begun.after };
  if (begun.open !== null) {
    await readContainers(turn, progress, { at: begun, open: begun.open });
  }
  let limit = level > 0 ? null : atOnce.parents;
  for (;;) {
    const { found, reached } =
      limit === null
        ? await firstParents(turn, level, cursor)
        : await parentsAfter(turn, { level, from: cursor, limit });
    if (found.length === 0) return;
    const parents = new Map(found.map(({ each }) => [each.issueId, each]));
    const fresh = [...parents.values()].filter(({ issueId }) => !read.has(issueId));
    for (const { issueId } of fresh) read.add(issueId);
    if (fresh.length > 0) {
      if (level > 0) {
        const children = await readContainers(turn, progress, {
          at: { step: "below", level, ...reached, open: null },
          open: {
            ...unsearched,
            parentIds: fresh.map(({ issueId }) => issueId),
            byGoal: [...countBy(found, () => 1)],
          },
        });
        limit = await parentsFor(turn, fresh.length, children);
      } else {
        const issueIds = [...new Set(fresh.flatMap(({ subTaskIds }) => subTaskIds))];
        const byGoal = countBy(found, ({ subTaskIds }) => subTaskIds.length);
        await readChildren(turn, progress, { level, issueIds, byGoal });
      }
    }
    cursor = reached;
    await turn.reach({ step: "below", level, ...cursor, open: null });
  }
}

/** Jira is asked how many children they have: only as many are searched as can be read before the next. */
async function firstParents(turn: Turn, level: number, from: Cursor) {
  const some = await parentsAfter(turn, { level, from, limit: atOnce.parents });
  const parentIds = [...new Set(some.found.map(({ each }) => each.issueId))];
  const many = parentIds.length;
  if (many < 2) return some;
  const found = await turn.ports.jira.approximateCount(`parent in (${parentIds.join(", ")})`);
  const limit = found === null ? fewParents : await parentsFor(turn, many, found);
  return limit < many ? parentsAfter(turn, { level, from, limit }) : some;
}

/** So many parents have about as many children as are searched before they are read. */
const parentsFor = async ({ ports }: Turn, many: number, found: number): Promise<number> =>
  Math.min(atOnce.parents, searchShare({ many, found }, await ports.store.settings()));

function parentsAfter(
  { ports, pass }: Turn,
  { level, from, limit }: { readonly level: number; readonly from: Cursor; readonly limit: number },
) {
  const { number, goals } = pass();
  return gather<Parent>(
    goals.map(({ goalId }) => goalId),
    from,
    {
      limit,
      page: (goalId, after) =>
        ports.store.readings.parentsAt(number, { goalId, level, after }, limit),
      isEnough: (found) =>
        level > 0
          ? new Set(found.map(({ each }) => each.issueId)).size >= limit
          : found.reduce((sum, { each }) => sum + each.subTaskIds.length, 0) >= atOnce.subTasks,
    },
  );
}

type Found = Gathered<Parent>["found"];

function countBy(found: Found, of: (parent: Parent) => number): Counts {
  const counts = new Map<string, number>();
  for (const { goalId, each } of found) counts.set(goalId, (counts.get(goalId) ?? 0) + of(each));
  return counts;
}

type Counts = ReadonlyMap<string, number>;

/** Searches the children of containers and reads what is found, as much at a time as the points of an hour allow. */
async function readContainers(
  turn: Turn,
  progress: PassProgress,
  begun: { readonly at: Below; readonly open: OpenParents },
): Promise<number> {
  const { level } = begun.at;
  let { open } = begun;
  let children = 0;
  for (;;) {
    if (open.searched.length === 0 && open.found.length === 0) {
      open = await searchSome(turn, open);
      await turn.reach({ ...begun.at, open });
    }
    children += open.found.length;
    await readChildren(turn, progress, {
      level,
      issueIds: open.found,
      byGoal: new Map(open.byGoal),
    });
    await noteChildless(turn, open.searched);
    if (open.parentIds.length === 0) return children;
    open = { ...open, searched: [], found: [], byGoal: [] };
  }
}

async function searchSome(
  { ports: { jira, store } }: Turn,
  open: OpenParents,
): Promise<OpenParents> {
  const most = mostSearched(await store.settings());
  const found = new Set<string>();
  let { parentIds, from } = open;
  do {
    const asked = parentIds.slice(0, parentsPerSearch);
    const { ids, next } = await jira.childPageOf(asked, { most, from });
    for (const id of ids) found.add(id);
    if (next === null) parentIds = parentIds.slice(parentsPerSearch);
    from = next;
  } while (parentIds.length > 0 && from === null && found.size <= most / 2);
  const many = open.parentIds.length - parentIds.length;
  const searched = open.parentIds.slice(0, many);
  return { ...open, parentIds, from, searched, found: [...found] };
}

async function readChildren(
  turn: Turn,
  progress: PassProgress,
  batch: {
    readonly level: number;
    readonly issueIds: readonly string[];
    readonly byGoal: Counts;
  },
): Promise<void> {
  const { ports, pass } = turn;
  const { number, freshSince: readSince } = pass();
  const { level, issueIds, byGoal } = batch;
  progress.begin({ level, issues: issueIds.length, byGoal });
  await readOnce(turn, { issueIds, progress }, ({ there: ids }) =>
    ports.store.readings.takeChildren(number, { ids, readSince }),
  );
}

/** A container is empty where Jira found no child of it and none is known. */
async function noteChildless({ ports }: Turn, parentIds: readonly string[]): Promise<void> {
  const { readings, scope } = ports.store;
  const childless = await readings.childlessAmong(parentIds);
  if (childless.length > 0) await scope.setHasChildren(childless, false);
}
