import { lazy, Suspense, useState } from "react";
import type { GoalView } from "../../../src/contract/goal";
import { call } from "../../bridge";
import { ActProblem } from "../../parts/act-problem";
import { useAct } from "../../parts/use-act";
import { ActionButton } from "./action-button";
import { EditGoal } from "./edit-goal";
import { MoveGoal } from "./move-goal";

const CreateGoal = lazy(() => import("../../parts/create-goal"));

type Opened = "edit" | "move" | "sub-goal";
type Props = {
  readonly goal: GoalView;
  readonly accountId: string | undefined;
  readonly onOpen: (goalId: string) => void;
};

/** What a person may do with a goal. Without the right to change it only a recomputation is offered. */
export function GoalActions({ goal, accountId, onOpen }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { line, version } = goal;
  const recompute = useAct((goalId: string) => call("recomputeGoal", { goalId }));
  const archive = useAct((archived: boolean, key) =>
    call("archiveGoal", { key, goalId: line.id, version, archived }),
  );
  return (
    <>
      <div className="row">
        {line.mayEdit && !line.archived ? <Dialogs onOpen={setOpened} /> : null}
        <ActionButton
          label="Recompute"
          busy={recompute.busy}
          onAct={() => {
            recompute.run(line.id);
          }}
        />
        {line.mayEdit ? (
          <ActionButton
            label={line.archived ? "Restore" : "Archive"}
            busy={archive.busy}
            onAct={() => {
              archive.run(!line.archived);
            }}
          />
        ) : null}
      </div>
      <ActProblem problem={recompute.problem ?? archive.problem} />
      {line.mayEdit ? null : (
        <p className="subtle">Only its owner or a Jira administrator may change this goal.</p>
      )}
      <OpenDialog
        opened={opened}
        goal={goal}
        accountId={accountId}
        onOpen={onOpen}
        onClose={() => {
          setOpened(null);
        }}
      />
    </>
  );
}

function Dialogs({ onOpen }: { readonly onOpen: (opened: Opened) => void }) {
  const names = { edit: "Edit", move: "Move under…", "sub-goal": "Add sub-goal" } as const;
  return (["edit", "move", "sub-goal"] as const).map((name) => (
    <ActionButton
      key={name}
      label={names[name]}
      onAct={() => {
        onOpen(name);
      }}
    />
  ));
}

function OpenDialog(
  props: Props & { readonly opened: Opened | null; readonly onClose: () => void },
) {
  const { opened, goal, accountId, onOpen, onClose } = props;
  switch (opened) {
    case null:
      return null;
    case "edit":
      return <EditGoal goal={goal} onClose={onClose} />;
    case "move":
      return <MoveGoal goal={goal} onClose={onClose} />;
    case "sub-goal":
      return (
        <Suspense>
          <CreateGoal
            accountId={accountId}
            parentId={goal.line.id}
            onClose={onClose}
            onCreated={onOpen}
          />
        </Suspense>
      );
  }
}
