import type { TreeRow } from "./tree-rows";

/** What a key does in the tree: moves to another line, opens or closes one, or goes to the goal. */
export type TreeMove = { readonly kind: "focus" | "toggle" | "visit"; readonly id: string };

type Move = (rows: readonly TreeRow[], index: number, row: TreeRow) => TreeMove | null;

/** The keys of a tree view (WAI-ARIA authoring practices). */
const moves: Readonly<Record<string, Move>> = {
  ArrowDown: (rows, index) => focus(rows[index + 1]),
  ArrowUp: (rows, index) => focus(rows[index - 1]),
  Home: (rows) => focus(rows[0]),
  End: (rows) => focus(rows.at(-1)),
  ArrowRight: (rows, index, row) => {
    if (!row.hasChildren) return null;
    return row.open ? focus(rows[index + 1]) : { kind: "toggle", id: row.goal.id };
  },
  ArrowLeft: (rows, _index, row) =>
    row.open ? { kind: "toggle", id: row.goal.id } : focus(parentOf(rows, row)),
  Enter: (_rows, _index, { goal }) => ({ kind: "visit", id: goal.id }),
  " ": (_rows, _index, { goal }) => ({ kind: "visit", id: goal.id }),
};

export function moveOf(rows: readonly TreeRow[], id: string, key: string): TreeMove | null {
  const index = rows.findIndex(({ goal }) => goal.id === id);
  const row = rows[index];
  return row === undefined ? null : (moves[key]?.(rows, index, row) ?? null);
}

const parentOf = (rows: readonly TreeRow[], { goal, level }: TreeRow) =>
  level === 1 ? undefined : rows.find((row) => row.goal.id === goal.parentId);

const focus = (row: TreeRow | undefined): TreeMove | null =>
  row === undefined ? null : { kind: "focus", id: row.goal.id };
