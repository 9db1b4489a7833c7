import type { GoalView } from "../../../src/contract/goal";
import { call } from "../../bridge";
import { ActProblem } from "../../parts/act-problem";
import { Dialog } from "../../parts/dialog";
import GoalPicker from "../../parts/goal-picker";
import { useAct } from "../../parts/use-act";

/** Places a goal under another one, or at the top. */
export function MoveGoal({
  goal,
  onClose,
}: {
  readonly goal: GoalView;
  readonly onClose: () => void;
}) {
  const { line, version } = goal;
  const move = useAct((parentId: string | null, key) =>
    call("moveGoal", { key, goalId: line.id, version, parentId }),
  );
  return (
    <Dialog title={`Move “${line.title}”`} onClose={onClose}>
      <GoalPicker
        label="Under which goal?"
        except={[line.id]}
        onPick={({ id }) => {
          move.run(id, onClose);
        }}
      />
      <ActProblem problem={move.problem} />
      <div className="row">
        {line.parentId === null ? null : (
          <button
            className="button"
            type="button"
            disabled={move.busy}
            onClick={() => {
              move.run(null, onClose);
            }}
          >
            Move to the top
          </button>
        )}
        <button className="button" type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
