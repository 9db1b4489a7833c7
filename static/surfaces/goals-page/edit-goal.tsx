import { useState } from "react";
import type { GoalDraft, GoalView } from "../../../src/contract/goal";
import { call } from "../../bridge";
import { Dialog } from "../../parts/dialog";
import { GoalForm } from "../../parts/goal-form";
import { useAct } from "../../parts/use-act";
import { useAsk } from "../../parts/use-ask";
import { draftOf } from "./draft-of";
import { ruleName, stateName } from "../../sentences";

/**
 * Edits a goal. When somebody else saved it meanwhile, what was typed stays, the other's version is shown, and saving
 * again is a decision made knowing it.
 */
export function EditGoal({
  goal,
  onClose,
}: {
  readonly goal: GoalView;
  readonly onClose: () => void;
}) {
  const [opened] = useState(goal);
  const [version, setVersion] = useState(goal.version);
  const edit = useAct((draft: GoalDraft, key) =>
    call("editGoal", { key, goalId: opened.line.id, version, goal: draft }),
  );
  const conflict = edit.problem?.kind === "changed-meanwhile";
  return (
    <Dialog title="Edit goal" onClose={onClose}>
      <GoalForm
        initial={draftOf(opened)}
        ownerName={opened.line.ownerName}
        busy={edit.busy}
        problem={edit.problem}
        submitLabel={conflict ? "Save over it" : "Save"}
        onCancel={onClose}
        onSubmit={(draft) => {
          edit.run(draft, onClose);
        }}
      >
        {() => (conflict ? <OthersVersion goalId={opened.line.id} onVersion={setVersion} /> : null)}
      </GoalForm>
    </Dialog>
  );
}

function OthersVersion(props: {
  readonly goalId: string;
  readonly onVersion: (version: number) => void;
}) {
  const { goalId, onVersion } = props;
  const asked = useAsk(["getGoal", goalId, "conflict"], async () => {
    const answer = await call("getGoal", { goalId });
    if (answer.ok) onVersion(answer.value.version);
    return answer;
  });
  return (
    <div className="notice notice-warning" role="alert">
      <p>
        <b>Somebody else saved this goal while you were editing it.</b> What you typed is still
        here. Compare, then save over it or cancel.
      </p>
      {asked.kind === "answered" ? <Saved goal={asked.value} /> : null}
    </div>
  );
}

function Saved({ goal }: { readonly goal: GoalView }) {
  const { line } = goal;
  return (
    <dl className="sum">
      <dt>Their title</dt>
      <dd>{line.title}</dd>
      <dt>Their reason</dt>
      <dd>{goal.why === "" ? "—" : goal.why}</dd>
      <dt>State</dt>
      <dd>{stateName[line.state]}</dd>
      <dt>Counted by</dt>
      <dd>{ruleName[line.rule]}</dd>
      <dt>Dates</dt>
      <dd>
        {goal.startDay ?? "—"} to {line.targetDay ?? "—"}
      </dd>
    </dl>
  );
}
