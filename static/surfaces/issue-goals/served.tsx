import { lazy, Suspense, useState } from "react";
import type { IssueGoals } from "../../../src/contract/places";
import { ActProblem } from "../../parts/act-problem";
import { AsOfAll } from "../../parts/as-of-all";
import { Skeleton } from "../../parts/skeleton";
import { ServedGoal } from "./served-goal";
import { useLinking } from "./use-linking";

const GoalPicker = lazy(() => import("../../parts/goal-picker"));
const CreateGoal = lazy(() => import("../../parts/create-goal"));

const shownAtFirst = 3;

type Props = {
  readonly found: IssueGoals;
  readonly issueKey: string;
  readonly accountId: string | undefined;
};

/** The goals of an issue, and below them the ways to change which they are. */
export function Served({ found, issueKey, accountId }: Props) {
  const [all, setAll] = useState(false);
  const linking = useLinking(issueKey);
  const { goals, mayCreate } = found;
  const shown = all ? goals : goals.slice(0, shownAtFirst);
  const linked = goals.filter(({ paths }) => paths.some(({ kind }) => kind === "direct"));
  return (
    <>
      {goals.length === 0 ? <p className="subtle">This issue serves no goal yet.</p> : null}
      {shown.map((served) => (
        <ServedGoal
          key={served.goal.id}
          served={served}
          busy={linking.busy}
          onUnlink={(link) => {
            linking.unlink(served.goal, link);
          }}
        />
      ))}
      {shown.length === goals.length ? null : (
        <button
          className="button"
          type="button"
          onClick={() => {
            setAll(true);
          }}
        >
          Show {goals.length - shown.length} more
        </button>
      )}
      <AsOfAll all={shown.map(({ goal }) => goal.progress)} />
      <div className="row row-between">
        <p className="subtle" aria-live="polite">
          {linking.said}
        </p>
        {linking.undo === null ? null : (
          <button className="button" type="button" disabled={linking.busy} onClick={linking.undo}>
            Undo
          </button>
        )}
      </div>
      <ActProblem problem={linking.problem} />
      <Suspense fallback={<Skeleton lines={2} />}>
        <GoalPicker
          label="Link another goal"
          hint="Goals that you may change"
          editable
          except={linked.map(({ goal }) => goal.id)}
          onPick={linking.link}
        />
      </Suspense>
      {mayCreate ? <Create accountId={accountId} onCreated={linking.link} /> : null}
    </>
  );
}

function Create(props: {
  readonly accountId: string | undefined;
  readonly onCreated: (goal: { readonly id: string; readonly title: string }) => void;
}) {
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <button
        className="button"
        type="button"
        onClick={() => {
          setOpen(true);
        }}
      >
        Create a goal for this issue
      </button>
      {open ? (
        <Suspense>
          <CreateGoal
            accountId={props.accountId}
            onClose={close}
            onCreated={(id) => {
              close();
              props.onCreated({ id, title: "the new goal" });
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
