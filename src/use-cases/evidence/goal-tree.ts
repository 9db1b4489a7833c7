import type { Goal } from "../../domain/goal";
import { countsInParent } from "../../domain/goal-states";
import { grouped } from "../../domain/grouped";
import type { Ports } from "../ports";
import { subGoalLeft } from "../record-action";
import { goalAsOf, type GoalLog } from "./goal-log";

/** A goal and all goals that are or were below it, each with its log. */
export type GoalTree = { readonly root: GoalLog; readonly below: readonly GoalLog[] };

/** One goal as of an instant, with the sub-goals that counted in it then. */
export type GoalNode = {
  readonly log: GoalLog;
  readonly goal: Goal;
  readonly children: readonly GoalNode[];
};

/** Sub-goals of today are known by their parent, former ones by the log of the goal that they left. */
export async function readGoalTree(ports: Ports, goal: Goal): Promise<GoalTree> {
  const root = await readLog(ports, goal);
  const known = new Map([[goal.id, root]]);
  let level = [root];
  while (level.length > 0) {
    const found = await Promise.all(level.map((log) => childrenOf(ports, log)));
    const fresh = new Map(found.flat().map((child) => [child.id, child]));
    level = await Promise.all(
      [...fresh.values()].filter(({ id }) => !known.has(id)).map((child) => readLog(ports, child)),
    );
    for (const log of level) known.set(log.goal.id, log);
  }
  return { root, below: [...known.values()].filter((log) => log !== root) };
}

async function readLog({ store }: Ports, goal: Goal): Promise<GoalLog> {
  const entries = await store.auditOf(goal.id);
  return { goal, entries, links: await store.links.ofGoal(goal.id) };
}

async function childrenOf({ store }: Ports, log: GoalLog): Promise<readonly Goal[]> {
  const rows = await store.goals.childrenOf(log.goal.id);
  const present = new Set(rows.map(({ goal }) => goal.id));
  const former = log.entries.flatMap(({ action, details }) => {
    const goalId = details["goalId"];
    return action === subGoalLeft && typeof goalId === "string" ? [goalId] : [];
  });
  const gone = [...new Set(former)].filter((id) => !present.has(id));
  const left = await store.goals.rowsByIds(gone);
  return [...rows, ...left].map(({ goal }) => goal);
}

/**
 * The goals that counted in a goal at an instant, by their parents and states of then. Before the creation of the goal
 * what it holds today is applied to the past; after it a goal counts from its own creation on.
 */
export function treeAsOf({ root, below }: GoalTree, at: Date): GoalNode {
  const isBefore = at < root.goal.createdAt;
  const logs = isBefore ? below : below.filter(({ goal }) => goal.createdAt <= at);
  const then = logs.map((log) => ({ log, goal: isBefore ? log.goal : goalAsOf(log, at) }));
  const byParent = grouped(
    then.filter(({ goal }) => countsInParent(goal)),
    ({ goal }) => goal.parentId ?? "",
  );
  return nodeOf({ log: root, goal: isBefore ? root.goal : goalAsOf(root, at) }, new Set());

  /** `above` keeps a loop in the data from being gone through twice. */
  function nodeOf(own: Omit<GoalNode, "children">, above: ReadonlySet<string>): GoalNode {
    const path = new Set([...above, own.goal.id]);
    const children = (byParent.get(own.goal.id) ?? []).filter(({ goal }) => !path.has(goal.id));
    return { ...own, children: children.map((child) => nodeOf(child, path)) };
  }
}

/** All goals below a node that count in it. */
export function countingBelow({ children }: GoalNode): readonly GoalNode[] {
  return children.flatMap((child) => [child, ...countingBelow(child)]);
}
