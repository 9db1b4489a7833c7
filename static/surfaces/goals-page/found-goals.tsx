import type { GoalLine } from "../../../src/contract/goal";
import { AsOfAll } from "../../parts/as-of-all";
import { Empty } from "../../parts/empty";
import { GoalTree } from "./goal-tree";

type Props = {
  readonly goals: readonly GoalLine[];
  readonly filter: string;
  readonly onOpen: (goalId: string) => void;
};

/** The goals whose title holds the filter, as a tree, and as of when their numbers are. */
export function FoundGoals({ goals, filter, onOpen }: Props) {
  if (goals.length === 0) {
    return (
      <Empty title="No goals yet">
        <p className="subtle">
          Name the outcome you want, link the work that should bring it about, and read here how far
          it is.
        </p>
      </Empty>
    );
  }
  const wanted = filter.trim().toLowerCase();
  const found = goals.filter((goal) => goal.title.toLowerCase().includes(wanted));
  if (found.length === 0) return <p className="subtle">No goal has “{filter}” in its title.</p>;
  return (
    <>
      <GoalTree label="Goals" goals={found} onOpen={onOpen} />
      <AsOfAll all={found.map(({ progress }) => progress)} />
    </>
  );
}
