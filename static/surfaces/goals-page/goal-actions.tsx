import { lazy, Suspense, useState } from "react";
import type { GoalView } from "../../../src/contract/goal";
import { call } from "../../bridge";
import { ActProblem } from "../../parts/act-problem";
import { useAct } from "../../parts/use-act";
import { EditGoal } from "./edit-goal";
import { MoveGoal } from "./move-goal";

const CreateGoal = lazy(() => import("../../parts/create-goal"));

type Props = {
  readonly goal: GoalView;
  readonly accountId: string | undefined;
  readonly onOpen: (goalId: string) => void;
};

/** What a person may do with a goal. Without the right to change it only a recomputation is offered. */
export function GoalActions({ goal, accountId, onOpen }: Props) {
  const [open, setOpen] = useState<"edit" | "move" | "sub-goal" | null>(null);
  const { line, version } = goal;
  const close = () => {
    setOpen(null);
  };
  const recompute = useAct((goalId: string) => call("recomputeGoal", { goalId }));
  const archive = useAct((archived: boolean, key) =>
    call("archiveGoal", { key, goalId: line.id, version, archived }),
  );
  const act = (label: string, onClick: () => void, busy = false) => (
    <button className="button" type="button" onClick={onClick} disabled={busy}>
      {label}
    </button>
  );
  return (
    <>
      <div className="row">
        {line.mayEdit && !line.archived ? (
          <>
            {act("Edit", () => {
              setOpen("edit");
            })}
            {act("Move under…", () => {
              setOpen("move");
            })}
            {act("Add sub-goal", () => {
              setOpen("sub-goal");
            })}
          </>
        ) : null}
        {act(
          "Recompute",
          () => {
            recompute.run(line.id);
          },
          recompute.busy,
        )}
        {line.mayEdit
          ? act(
              line.archived ? "Restore" : "Archive",
              () => {
                archive.run(!line.archived);
              },
              archive.busy,
            )
          : null}
      </div>
      <ActProblem problem={recompute.problem ?? archive.problem} />
      {line.mayEdit ? null : (
        <p className="subtle">Only its owner or a Jira administrator may change this goal.</p>
      )}
      {open === "edit" ? <EditGoal goal={goal} onClose={close} /> : null}
      {open === "move" ? <MoveGoal goal={goal} onClose={close} /> : null}
      {open === "sub-goal" ? (
        <Suspense>
          <CreateGoal
            accountId={accountId}
            parentId={line.id}
            onClose={close}
            onCreated={(goalId) => {
              close();
              onOpen(goalId);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
