import { type Cursor, gather, type Gathered } from "./gather";
import type { PassProgress } from "./pass-progress";
import type { Place } from "./pass-ports";
import { readOnce } from "./read-once";
import type { Parent } from "./reading-ports";
import { searchShare } from "./search-share";
import type { Turn } from "./take-turn";

/** Parents of three searches, or with sub-tasks for three full requests: what they have fills requests. */
const atOnce = { parents: 300, subTasks: 300 };
/** So many are searched at once where Jira does not say how many children they have. */
const fewParents = 10;

type Below = Extract<Place, { readonly step: "below" }>;

/**
 * Everything below what the links with descendants have brought, level by level from the highest. The children of a
 * parent are read once, however many links and goals bring it. Sub-tasks are known by their parent; only containers
 * have to be searched for their children.
 */
export async function readBelow(turn: Turn, progress: PassProgress, begun: Below): Promise<void> {
  let from: Cursor = begun;
  for (let { level } = begun; level >= 0; level -= 1) {
    await readLevel(turn, progress, { level, from });
    from = { goals: 0, after: "0" };
    await turn.reach({ step: "below", level: level - 1, ...from });
  }
  await turn.reach({ step: "forget" });
}

async function readLevel(
  turn: Turn,
  progress: PassProgress,
  { level, from }: { readonly level: number; readonly from: Cursor },
): Promise<void> {
  const read = new Set<string>();
  let cursor = from;
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
      const byGoal = level > 0 ? parentsByGoal(found) : subTasksByGoal(found);
      const children = await readChildren(turn, progress, { level, parents: fresh, byGoal });
      if (level > 0) limit = await parentsFor(turn, fresh.length, children);
    }
    cursor = reached;
    await turn.reach({ step: "below", level, ...cursor });
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

const parentsByGoal = (found: Found) => countBy(found, () => 1);
const subTasksByGoal = (found: Found) => countBy(found, ({ subTaskIds }) => subTaskIds.length);

function countBy(found: Found, of: (parent: Parent) => number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { goalId, each } of found) counts.set(goalId, (counts.get(goalId) ?? 0) + of(each));
  return counts;
}

async function readChildren(
  turn: Turn,
  progress: PassProgress,
  {
    level,
    parents,
    byGoal,
  }: {
    readonly level: number;
    readonly parents: readonly Parent[];
    readonly byGoal: ReadonlyMap<string, number>;
  },
): Promise<number> {
  const { ports, pass } = turn;
  const { jira, store } = ports;
  const { number, freshSince: readSince } = pass();
  const parentIds = parents.map(({ issueId }) => issueId);
  const issueIds =
    level > 0
      ? await jira.childIdsOf(parentIds)
      : [...new Set(parents.flatMap(({ subTaskIds }) => subTaskIds))];
  progress.begin({ level, issues: issueIds.length, byGoal });
  await readOnce(turn, { issueIds, progress }, ({ there: ids }) =>
    store.readings.takeChildren(number, { ids, readSince }),
  );
  if (level > 0) await noteChildless(turn, parentIds);
  return issueIds.length;
}

/** A container is empty where Jira found no child of it and none is known. */
async function noteChildless({ ports }: Turn, parentIds: readonly string[]): Promise<void> {
  const { readings, scope } = ports.store;
  const childless = await readings.childlessAmong(parentIds);
  if (childless.length > 0) await scope.setHasChildren(childless, false);
}
