import type { GoalLine } from "../../../src/contract/goal";

/** A visible line of the tree. */
export type TreeRow = {
  readonly goal: GoalLine;
  /** 1 for a goal at the top. */
  readonly level: number;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  readonly open: boolean;
};

/** The visible lines, parents before their children; a goal whose parent is not among them stands at the top. */
export function rowsOf(goals: readonly GoalLine[], closed: ReadonlySet<string>): TreeRow[] {
  const below = childrenByParent(goals);
  const linesUnder = (parentId: string | null, level: number): TreeRow[] => {
    const siblings = below.get(parentId) ?? [];
    return siblings.flatMap((goal, index) => {
      const hasChildren = below.has(goal.id);
      const open = hasChildren && !closed.has(goal.id);
      const row = {
        goal,
        level,
        position: index + 1,
        siblings: siblings.length,
        hasChildren,
        open,
      };
      return [row, ...(open ? linesUnder(goal.id, level + 1) : [])];
    });
  };
  return linesUnder(null, 1);
}

function childrenByParent(goals: readonly GoalLine[]): ReadonlyMap<string | null, GoalLine[]> {
  const ids = new Set(goals.map(({ id }) => id));
  const below = new Map<string | null, GoalLine[]>();
  for (const goal of goals) {
    const parentId = goal.parentId !== null && ids.has(goal.parentId) ? goal.parentId : null;
    below.set(parentId, [...(below.get(parentId) ?? []), goal]);
  }
  return below;
}
