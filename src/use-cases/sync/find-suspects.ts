import type { Pools } from "../../domain/size-pool";
import type { Ports } from "../ports";
import { byEffort } from "../by-effort";
import { rollupOf } from "../rollup-of";
import { weighedBy } from "../weigh-children";
import { expectedOf, type Expected, type ScopeSums } from "./expected-scopes";
import { canBeJudged, isBeingChanged, isSameNumber } from "./judge-number";
import type { RolledGoal, SummaryAsRolled } from "./roll-ports";

/** Compares many goals at once with what links and facts make them. */
export type Suspects = {
  /** Which of the goals could be looked at, and which of these seem wrong. */
  readonly among: (goals: readonly RolledGoal[]) => Promise<{
    readonly lookedIds: readonly string[];
    readonly suspectIds: readonly string[];
  }>;
};

/** With more, what a scope has to say takes more memory than an invocation has: then every goal is a suspect. */
export const mostIssues = 400_000;

/**
 * Reads all links and facts once, unless there are more issues than this. They grow older while goals are compared with
 * them, so that a goal that differs is no more than a suspect.
 */
export async function findSuspects(ports: Ports, most: number): Promise<Suspects> {
  const expected = (await ports.store.scope.issueCount()) > most ? null : await expectations(ports);
  const poolsOf = keptPools(ports);
  const areRight = async (goals: readonly RolledGoal[]) => {
    if (expected === null) return () => false;
    const summaries = await ports.store.roll.summariesAsRolled(goals.map(({ goal }) => goal));
    const pools = await poolsOf(goals, summaries);
    const weighted = goals.flatMap(({ goal }) => (goal.combine === "weighted" ? [goal.id] : []));
    const parts = await ports.store.verify.partsOf(weighted);
    return (rolled: RolledGoal) => {
      const summary = summaries.get(rolled.goal.id);
      return summary !== undefined && isRight(rolled, summary, { expected, pools, parts });
    };
  };
  return {
    among: async (goals) => {
      const looked = goals.filter((goal) => !isBeingChanged(goal, ports.now()));
      const suspects: RolledGoal[] = [];
      for (const some of byEffort(looked)) {
        const isRightHere = await areRight(some);
        suspects.push(...some.filter((goal) => !isRightHere(goal)));
      }
      return { lookedIds: idsOf(looked), suspectIds: idsOf(suspects) };
    },
  };
}

const idsOf = (goals: readonly RolledGoal[]) => goals.map(({ goal }) => goal.id);

type Known = {
  readonly expected: Expected;
  readonly pools: Pools;
  readonly parts: Awaited<ReturnType<Ports["store"]["verify"]["partsOf"]>>;
};

function isRight(rolled: RolledGoal, summary: SummaryAsRolled, known: Known): boolean {
  const { goal, rollup } = rolled;
  const { expected, pools, parts } = known;
  if (!isSame(expected.scope(goal), summary) || !canBeJudged(rolled, pools)) return false;
  if (rollup === null) return summary.spreadCells.length === 0;
  const asOf = rollup.computedAt;
  const union = rollupOf(goal, summary, { pools, asOf });
  if (goal.combine === "union") return isSameNumber(rollup, union);
  const own = expected.own(goal, { pools, asOf });
  const { id, ownWeight } = goal;
  const weighed = weighedBy(union.rollup, { own, ownWeight, parts: parts.get(id) ?? [] });
  return isSameNumber(rollup, { ...union, ...weighed });
}

const isSame = (expected: ScopeSums, found: ScopeSums) =>
  expected.prints === found.prints && expected.settleMilliseconds === found.settleMilliseconds;

async function expectations({ store }: Ports): Promise<Expected> {
  const work = await store.verify.knownWork();
  const projectIds = new Set([...work.issues.values()].map(({ item }) => item.projectId));
  const settle = await store.projects.settleTimes([...projectIds]);
  const { droppedResolutions } = await store.settings();
  return expectedOf({
    work,
    printOf: store.verify.printOf,
    settleDays: new Map(settle.map(({ projectId, days }) => [projectId, days])),
    droppedResolutions,
  });
}

type Summaries = Awaited<ReturnType<Ports["store"]["roll"]["summariesAsRolled"]>>;

/** Pools are read once, and again where numbers were made with others. */
function keptPools({ store }: Ports) {
  let pools: Pools = {};
  return async (goals: readonly RolledGoal[], summaries: Summaries): Promise<Pools> => {
    const used = goals.flatMap(({ rollup }) => Object.entries(rollup?.poolVersions ?? {}));
    const inScope = [...summaries.values()].flatMap((each) => Object.keys(each.leavesByProject));
    const wanted = new Set([
      ...used.flatMap(([projectId, version]) =>
        pools[projectId]?.version === version ? [] : [projectId],
      ),
      ...inScope.filter((projectId) => pools[projectId] === undefined),
    ]);
    if (wanted.size > 0) pools = { ...pools, ...(await store.projects.pools([...wanted])) };
    return pools;
  };
}
