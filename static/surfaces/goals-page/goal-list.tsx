import { lazy, Suspense, useState } from "react";
import { call } from "../../bridge";
import { Answered } from "../../parts/answered";
import { isBeingRead } from "../../parts/being-read";
import { useAsk } from "../../parts/use-ask";
import { Filters } from "./filters";
import { useArrival } from "./use-arrival";
import { FoundGoals } from "./found-goals";

const CreateGoal = lazy(() => import("../../parts/create-goal"));

type Props = {
  readonly accountId: string | undefined;
  readonly moved: boolean;
  readonly onOpen: (goalId: string) => void;
};

/** All goals the person may see, as a tree, with a filter by title. */
export function GoalList({ accountId, moved, onOpen }: Props) {
  const heading = useArrival(moved);
  const [archived, setArchived] = useState(false);
  const [filter, setFilter] = useState("");
  const [creating, setCreating] = useState(false);
  const asked = useAsk(
    ["listGoals", archived],
    () => call("listGoals", { includeArchived: archived }),
    ({ goals }) => goals.some(({ progress }) => isBeingRead(progress)),
  );
  return (
    <>
      <div className="row row-between">
        <h1 ref={heading} tabIndex={-1} className="page-title">
          Goals
        </h1>
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
      <Filters title={filter} archived={archived} onTitle={setFilter} onArchived={setArchived} />
      <Answered asked={asked} lines={8}>
        {({ goals }) => <FoundGoals goals={goals} filter={filter} onOpen={onOpen} />}
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
