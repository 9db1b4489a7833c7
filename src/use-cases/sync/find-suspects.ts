import type { Pools } from "../../domain/size-pool";
import type { Ports } from "../ports";
import { byEffort } from "../by-effort";
import { expectedScopes, type ScopeSums } from "./expected-scopes";
import { canBeJudged, isBeingChanged, isNumberOf } from "./judge-number";
import type { RolledGoal } from "./roll-ports";

/** Compares many goals at once with what links and facts make them. */
export type Suspects = {
  /** How many of the goals could be looked at, and which of these seem wrong. */
  readonly among: (goals: readonly RolledGoal[]) => Promise<{
    readonly count: number;
    readonly suspectIds: readonly string[];
  }>;
};

/** With more, what a scope has to say takes more memory than an invocation has: then every goal is a suspect. */
const mostIssues = 400_000;

/**
 * Reads all links and facts once. They grow older while goals are compared with them, so that a goal that differs is no
 * more than a suspect.
 */
export async function findSuspects(ports: Ports): Promise<Suspects> {
  const expected = await expectations(ports);
  const poolsOf = keptPools(ports);
  const isRightAmong = async (goals: readonly RolledGoal[]) => {
    const summaries = await ports.store.roll.summariesAsRolled(goals.map(({ goal }) => goal));
    const pools = await poolsOf(goals, summaries);
    return (rolled: RolledGoal) => {
      const summary = summaries.get(rolled.goal.id);
      if (summary === undefined || !isSame(expected(rolled.goal), summary)) return false;
      return canBeJudged(rolled, pools) && isNumberOf(rolled, summary, pools);
    };
  };
  return {
    among: async (goals) => {
      const looked = goals.filter((goal) => !isBeingChanged(goal, ports.now()));
      const suspects: RolledGoal[] = [];
      for (const some of byEffort(looked)) {
        const isRight = await isRightAmong(some);
        suspects.push(...some.filter((goal) => !isRight(goal)));
      }
      return { count: looked.length, suspectIds: suspects.map(({ goal }) => goal.id) };
    },
  };
}

const isSame = (expected: ScopeSums | null, found: ScopeSums) =>
  expected?.prints === found.prints && expected.settleMilliseconds === found.settleMilliseconds;

type Expectations = (goal: RolledGoal["goal"]) => ScopeSums | null;

async function expectations({ store }: Ports): Promise<Expectations> {
  if ((await store.scope.issueCount()) > mostIssues) return () => null;
  const work = await store.verify.knownWork();
  const projectIds = new Set([...work.issues.values()].map(({ item }) => item.projectId));
  const settle = await store.projects.settleTimes([...projectIds]);
  const { droppedResolutions } = await store.settings();
  return expectedScopes({
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
