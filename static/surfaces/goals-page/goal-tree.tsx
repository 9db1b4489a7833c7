import { type KeyboardEvent, useRef, useState } from "react";
import type { GoalLine } from "../../../src/contract/goal";
import { TreeLine } from "./tree-line";
import { moveOf } from "./tree-keys";
import { rowsOf, type TreeRow } from "./tree-rows";

type Props = {
  readonly label: string;
  readonly goals: readonly GoalLine[];
  readonly onOpen: (goalId: string) => void;
};

/** From this many goals on the tree begins with its top level only. */
const manyGoals = 200;

/** Goals as a tree: one tab stop, arrow keys move, open and close, Enter goes to the goal. */
export function GoalTree({ label, goals, onOpen }: Props) {
  const tree = useRef<HTMLUListElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => closedAtFirst(goals));
  const [current, setCurrent] = useState<string | null>(null);
  const rows = rowsOf(goals, closed);
  const stop = rows.some(({ goal }) => goal.id === current) ? current : rows[0]?.goal.id;
  const toggle = (id: string) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  const onKeyDown = (event: KeyboardEvent, { goal }: TreeRow) => {
    const move = event.target === event.currentTarget ? moveOf(rows, goal.id, event.key) : null;
    if (move === null) return;
    event.preventDefault();
    if (move.kind === "toggle") toggle(move.id);
    else if (move.kind === "visit") onOpen(move.id);
    else tree.current?.querySelector<HTMLElement>(`[data-goal="${move.id}"]`)?.focus();
  };
  return (
    <ul ref={tree} className="goal-tree" role="tree" aria-label={label}>
      {rows.map((row) => (
        <TreeLine
          key={row.goal.id}
          row={row}
          isStop={row.goal.id === stop}
          onFocus={setCurrent}
          onToggle={toggle}
          onKeyDown={onKeyDown}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}

function closedAtFirst(goals: readonly GoalLine[]): ReadonlySet<string> {
  return new Set(goals.length < manyGoals ? [] : goals.map(({ id }) => id));
}
