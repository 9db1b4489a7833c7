import { lazy, Suspense, useState } from "react";
import type { GoalLine } from "../../../src/contract/goal";
import { call } from "../../bridge";
import { Answered } from "../../parts/answered";
import { Empty } from "../../parts/empty";
import { Field } from "../../parts/field";
import { useAsk } from "../../parts/use-ask";
import { GoalTree } from "./goal-tree";

const CreateGoal = lazy(() => import("../../parts/create-goal"));

type Props = {
  readonly accountId: string | undefined;
  readonly onOpen: (goalId: string) => void;
};

/** All goals the person may see, as a tree, with a filter by title. */
export function GoalList({ accountId, onOpen }: Props) {
  const [archived, setArchived] = useState(false);
  const [filter, setFilter] = useState("");
  const [creating, setCreating] = useState(false);
  const asked = useAsk(["listGoals", archived], () =>
    call("listGoals", { includeArchived: archived }),
  );
  return (
    <>
      <div className="row row-between">
        <h1 className="page-title">Goals</h1>
        {asked.kind === "answered" && asked.value.mayCreate ? (
          <button
            className="button button-primary"
            type="button"
            onClick={() => {
              setCreating(true);
            }}
          >
            Create goal
          </button>
        ) : null}
      </div>
      <div className="row filters">
        <Field label="Filter by title">
          {(control) => (
            <input
              {...control}
              className="input"
              value={filter}
              onChange={(event) => {
                setFilter(event.target.value);
              }}
            />
          )}
        </Field>
        <label className="check">
          <input
            type="checkbox"
            checked={archived}
            onChange={(event) => {
              setArchived(event.target.checked);
            }}
          />
          Show archived goals
        </label>
      </div>
      <Answered asked={asked} lines={8}>
        {({ goals }) => <Found goals={goals} filter={filter} onOpen={onOpen} />}
      </Answered>
      {creating ? (
        <Suspense>
          <CreateGoal
            accountId={accountId}
            onClose={() => {
              setCreating(false);
            }}
            onCreated={onOpen}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function Found(props: {
  readonly goals: readonly GoalLine[];
  readonly filter: string;
  readonly onOpen: (goalId: string) => void;
}) {
  const { goals, filter, onOpen } = props;
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
  return <GoalTree goals={found} onOpen={onOpen} />;
}
