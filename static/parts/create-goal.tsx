import { call } from "../bridge";
import type { GoalDraft } from "../../src/contract/requests";
import { Dialog } from "./dialog";
import { newGoal } from "./goal-fields";
import { GoalForm } from "./goal-form";
import { useAct } from "./use-act";

type Props = {
  readonly accountId: string | undefined;
  readonly parentId?: string;
  readonly onClose: () => void;
  readonly onCreated: (goalId: string) => void;
};

/** A dialog in which a person makes a goal. */
export default function CreateGoal({ accountId, parentId, onClose, onCreated }: Props) {
  const create = useAct((goal: GoalDraft, key) => call("createGoal", { key, goal }));
  return (
    <Dialog title="New goal" onClose={onClose}>
      <GoalForm
        initial={newGoal(accountId ?? null, parentId ?? null)}
        ownerName={null}
        busy={create.busy}
        problem={create.problem}
        submitLabel="Create goal"
        onCancel={onClose}
        onSubmit={(goal) => {
          create.run(goal, ({ goalId }) => {
            onCreated(goalId);
          });
        }}
      />
    </Dialog>
  );
}
