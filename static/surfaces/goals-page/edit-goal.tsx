import { useState } from "react";
import type { GoalDraft } from "../../../src/contract/requests";
import type { GoalView } from "../../../src/contract/goal";
import { call } from "../../bridge";
import { Dialog } from "../../parts/dialog";
import { GoalForm } from "../../parts/goal-form";
import { useAct } from "../../parts/use-act";
import { useAsk } from "../../parts/use-ask";
import { draftOf } from "./draft-of";
import { Theirs } from "./theirs";

type Props = { readonly goal: GoalView; readonly onClose: () => void };

/**
 * Edits a goal. When somebody else saved it meanwhile, what was typed stays, the other's version is shown, and saving
 * over it is a decision made knowing it.
 */
export function EditGoal({ goal, onClose }: Props) {
  const [opened] = useState(goal);
  const [attempts, setAttempts] = useState(0);
  const goalId = opened.line.id;
  const edit = useAct(({ draft, version }: { readonly draft: GoalDraft; version: number }, key) =>
    call("editGoal", { key, goalId, version, goal: draft }),
  );
  const conflict = edit.problem?.kind === "changed-meanwhile";
  const theirs = useAsk(
    ["getGoal", goalId, "theirs", opened.version, attempts],
    conflict ? () => call("getGoal", { goalId }) : null,
  );
  const isKnown = theirs.kind === "answered";
  return (
    <Dialog title="Edit goal" onClose={onClose}>
      <GoalForm
        initial={draftOf(opened)}
        ownerName={opened.line.ownerName}
        busy={edit.busy || (conflict && !isKnown)}
        problem={edit.problem}
        submitLabel={conflict ? "Save over it" : "Save"}
        onCancel={onClose}
        onSubmit={(draft) => {
          setAttempts(attempts + 1);
          const version = conflict && isKnown ? theirs.value.version : opened.version;
          edit.run({ draft, version }, onClose);
        }}
      >
        {(typed) => (conflict ? <Theirs asked={theirs} typed={typed} /> : null)}
      </GoalForm>
    </Dialog>
  );
}
