import { useState } from "react";
import { call } from "../../bridge";
import { Answered } from "../../parts/answered";
import { isBeingRead } from "../../parts/being-read";
import { GoalsHeading } from "../../parts/goals-heading";
import { useAsk } from "../../parts/use-ask";
import { Filters } from "./filters";
import { useArrival } from "./use-arrival";
import { FoundGoals } from "./found-goals";

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
  const asked = useAsk(
    ["listGoals", archived],
    () => call("listGoals", { includeArchived: archived }),
    ({ goals }) => goals.some(({ progress }) => isBeingRead(progress)),
  );
  return (
    <>
      <GoalsHeading
        title="Goals"
        heading={heading}
        mayCreate={asked.kind === "answered" && asked.value.mayCreate}
        accountId={accountId}
        onCreated={onOpen}
      />
      <Filters title={filter} archived={archived} onTitle={setFilter} onArchived={setArchived} />
      <Answered asked={asked} lines={8}>
        {({ goals }) => <FoundGoals goals={goals} filter={filter} onOpen={onOpen} />}
      </Answered>
    </>
  );
}
