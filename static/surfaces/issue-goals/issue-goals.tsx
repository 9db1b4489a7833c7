import { lazy, Suspense, useState } from "react";
import type { IssueGoals as Found } from "../../../src/contract/places";
import { call } from "../../bridge";
import { Answered } from "../../parts/answered";
import { Failed } from "../../parts/failed";
import type { SurfaceProps } from "../../parts/surface";
import { useAct } from "../../parts/use-act";
import { useAsk } from "../../parts/use-ask";
import { sentenceFor } from "../../sentences";
import { issueOf } from "./issue-of";
import { ServedGoal } from "./served-goal";
import { useIssueChanges } from "./use-issue-changes";

const GoalPicker = lazy(() => import("../../parts/goal-picker"));
const CreateGoal = lazy(() => import("../../parts/create-goal"));

type Issue = { readonly id: string; readonly key: string };

/** The issue view's panel: which goals this issue serves and by which path; link, unlink, create. */
export default function IssueGoals({ context }: SurfaceProps) {
  const issue = issueOf(context.extension);
  if (issue === null) return <Failed what="Jira did not say which issue this is." />;
  return <Panel issue={issue} accountId={context.accountId} />;
}

function Panel({
  issue,
  accountId,
}: {
  readonly issue: Issue;
  readonly accountId: string | undefined;
}) {
  useIssueChanges(issue.id);
  const asked = useAsk(
    ["issueGoals", issue.id],
    () => call("issueGoals", { issueId: issue.id }),
    ({ goals }) => goals.some(({ goal }) => goal.progress.reading.kind !== "current"),
  );
  return (
    <main className="surface">
      <Answered asked={asked}>
        {(found) => <Served found={found} issue={issue} accountId={accountId} />}
      </Answered>
    </main>
  );
}

type Undo = {
  readonly goalId: string;
  readonly title: string;
  readonly descendants: boolean;
};

function Served(props: {
  readonly found: Found;
  readonly issue: Issue;
  readonly accountId: string | undefined;
}) {
  const { found, issue, accountId } = props;
  const [said, setSaid] = useState("");
  const [undo, setUndo] = useState<Undo | null>(null);
  const [creating, setCreating] = useState(false);
  const link = useAct(({ goalId, descendants }: Omit<Undo, "title">, key) =>
    call("linkIssue", { key, goalId, issueKey: issue.key, descendants }),
  );
  const unlink = useAct((request: { readonly goalId: string; readonly linkId: string }, key) =>
    call("unlink", { key, ...request }),
  );
  const problem = link.problem ?? unlink.problem;
  const linkTo = (goalId: string, title: string, descendants = true) => {
    setUndo(null);
    link.run({ goalId, descendants }, () => {
      setSaid(`Linked to ${title}`);
    });
  };
  return (
    <>
      {found.goals.length === 0 ? <p className="subtle">This issue serves no goal yet.</p> : null}
      {found.goals.map((served) => (
        <ServedGoal
          key={served.goal.id}
          served={served}
          onUnlink={({ linkId, descendants }) => {
            const { id: goalId, title } = served.goal;
            unlink.run({ goalId, linkId }, () => {
              setSaid(`Unlinked from ${title}`);
              setUndo({ goalId, title, descendants });
            });
          }}
        />
      ))}
      <p className="subtle" aria-live="polite">
        {said}
      </p>
      {undo === null ? null : (
        <button
          className="button"
          type="button"
          onClick={() => {
            linkTo(undo.goalId, undo.title, undo.descendants);
          }}
        >
          Undo
        </button>
      )}
      {problem === null ? null : (
        <p className="field-error" role="alert">
          {sentenceFor(problem)}
        </p>
      )}
      <Suspense>
        <GoalPicker
          label="Link another goal"
          editable
          except={found.goals
            .filter(({ paths }) => paths.some(({ kind }) => kind === "direct"))
            .map(({ goal }) => goal.id)}
          onPick={(goal) => {
            linkTo(goal.id, goal.title);
          }}
        />
      </Suspense>
      {found.mayCreate ? (
        <button
          className="button button-subtle"
          type="button"
          onClick={() => {
            setCreating(true);
          }}
        >
          Create a goal for this issue
        </button>
      ) : null}
      {creating ? (
        <Suspense>
          <CreateGoal
            accountId={accountId}
            onClose={() => {
              setCreating(false);
            }}
            onCreated={(goalId) => {
              setCreating(false);
              linkTo(goalId, "the new goal");
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
