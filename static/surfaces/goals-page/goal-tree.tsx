import type { GoalLine } from "../../../src/contract/goal";
import { GoalRow } from "../../parts/goal-row";

type Props = {
  readonly goals: readonly GoalLine[];
  readonly onOpen: (goalId: string) => void;
};

/** Goals as nested lists; a goal whose parent is not among them stands at the top. */
export function GoalTree({ goals, onOpen }: Props) {
  const ids = new Set(goals.map(({ id }) => id));
  const roots = goals.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  return <Level goals={roots} all={goals} onOpen={onOpen} />;
}

function Level({ goals, all, onOpen }: Props & { readonly all: readonly GoalLine[] }) {
  return (
    <ul className="goal-tree">
      {goals.map((goal) => {
        const children = all.filter(({ parentId }) => parentId === goal.id);
        return (
          <li key={goal.id}>
            <GoalRow goal={goal} onOpen={onOpen} />
            {children.length === 0 ? null : <Level goals={children} all={all} onOpen={onOpen} />}
          </li>
        );
      })}
    </ul>
  );
}
