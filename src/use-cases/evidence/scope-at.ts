import type { Goal } from "../../domain/goal";
import { settingAsOf } from "../../domain/replay/setting-as-of";
import type { Progress, Rollup } from "../../domain/rollup";
import type { ScopeAsOf } from "../../domain/scope-state";
import { weightedProgress } from "../../domain/weighted";
import type { Ports } from "../ports";
import { countingBelow, type GoalNode } from "./goal-tree";
import type { KnownPast } from "./known-past";
import { type Knowledge, type KnownScope, rollupOf, weightedRollup } from "./known-scope";
import type { PastProjects } from "./past-projects";
import { reachedIn, type Reached, type Scene } from "./scene";
import { namesIn } from "./names-in";

/** What decides sizes and classes beside the issues. */
type Surroundings = Pick<ScopeAsOf, "pools" | "settleDays" | "droppedResolutions">;

/**
 * The scope of the goal of a scene as it was then: issues, rule, settings, pools and settle times of that instant. Pools
 * are read from Jira, so that who needs them for some scopes only says so.
 */
export async function scopeAt(
  ports: Ports,
  scene: Scene,
  projects: PastProjects,
  needsPools: (scope: ScopeAsOf) => boolean = () => true,
): Promise<KnownScope> {
  const { past, at, node } = scene;
  const reached = reachedIn(scene, node);
  const without = await surroundingsAt(ports, scene, { reached, projects });
  const unpooled = scopeOf(scene, node.goal, reached.ids, without);
  const pools = needsPools(unpooled) ? await projects.poolsAt(projectsOf(unpooled), at) : {};
  const surroundings = { ...without, pools };
  const scope = { ...unpooled, pools };
  return {
    goal: node.goal,
    scope,
    rollup: rollupIn(scene, node, { surroundings, union: rollupOf(scope) }),
    standings: past.standings,
    knowledge: knowledgeOf(past, at, reached),
    changedAt: new Map(),
  };
}

async function surroundingsAt(
  { store }: Ports,
  { past, at, site }: Scene,
  { reached, projects }: { readonly reached: Reached; readonly projects: PastProjects },
): Promise<Surroundings> {
  const { droppedResolutions } = await store.settings();
  const items = [...reached.ids].flatMap((id) => site.items.get(id)?.item ?? []);
  return {
    droppedResolutions: settingAsOf(
      droppedResolutions,
      past.siteLog.flatMap(listChange),
      at,
      past.tree.root.goal.createdAt,
    ),
    pools: {},
    settleDays: await projects.settleDaysAt(projectsOf({ items }), at),
  };
}

const projectsOf = ({ items }: Pick<ScopeAsOf, "items">) => [
  ...new Set(items.map(({ projectId }) => projectId)),
];

/** A change of the settings as the log tells it. */
function listChange({ at, details }: KnownPast["siteLog"][number]) {
  const from = namesIn(details["from"], "droppedResolutions");
  const to = namesIn(details["to"], "droppedResolutions");
  return from === null || to === null ? [] : [{ at, from, to }];
}

function scopeOf(
  { at, site }: Scene,
  { rule, countSubTasks }: Goal,
  ids: ReadonlySet<string>,
  surroundings: Surroundings,
): ScopeAsOf {
  const items = [...ids].flatMap((id) => site.items.get(id)?.item ?? []);
  return { items, rule, countSubTasks, asOf: at, ...surroundings };
}

type Known = { readonly surroundings: Surroundings; readonly union: Rollup };

/** Of a weighted parent the own links and the children are parts, each with its number of that instant. */
function rollupIn(scene: Scene, node: GoalNode, { surroundings, union }: Known): Rollup {
  if (node.goal.combine === "union") return union;
  const own = unionOf(node, []);
  const ofLinks = { goalId: null, weight: node.goal.ownWeight, progress: own.progress };
  const parts = node.children.map((child) => {
    const known = { surroundings, union: unionOf(child, countingBelow(child)) };
    const { progress } = rollupIn(scene, child, known);
    return { goalId: child.goal.id, weight: child.goal.weight, progress };
  });
  return weightedRollup(union, weightedProgress([...(isNothing(own) ? [] : [ofLinks]), ...parts]));

  function unionOf(of: GoalNode, below: readonly GoalNode[]): Rollup {
    const { ids } = reachedIn(scene, of, below);
    return rollupOf(scopeOf(scene, of.goal, ids, surroundings));
  }
}

const isNothing = ({ progress }: { readonly progress: Progress }) =>
  progress.kind === "none" && progress.why === "no-work";

function knowledgeOf(past: KnownPast, at: Date, { ids, byToday }: Reached): Knowledge {
  const inconsistent = past.issues.filter(({ id, breaks }) => breaks.length > 0 && ids.has(id));
  const unread = [...past.unread].filter(([id, knownUntil]) =>
    knownUntil === null ? true : knownUntil < at && ids.has(id),
  );
  return {
    kind: "past",
    beforeGoal: at < past.tree.root.goal.createdAt,
    inconsistent: inconsistent.map(({ id }) => id),
    unread: unread.map(([id]) => id),
    byToday,
  };
}
