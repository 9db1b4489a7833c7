import type { ProjectGoals as Found } from "../../../src/contract/places";
import { call, openGoal } from "../../bridge";
import { Answered } from "../../parts/answered";
import { AsOfAll } from "../../parts/as-of-all";
import { isBeingRead } from "../../parts/being-read";
import { Empty } from "../../parts/empty";
import { Failed } from "../../parts/failed";
import { issuesText, itemsText, wholePercent } from "../../parts/format";
import { GoalRow } from "../../parts/goal-row";
import { GoalsHeading } from "../../parts/goals-heading";
import type { SurfaceContext, SurfaceProps } from "../../parts/surface";
import { useAsk } from "../../parts/use-ask";

/** The project page's panel: the goals this project's work serves, here and overall. */
export default function ProjectGoals({ context }: SurfaceProps) {
  const projectId = projectIdOf(context);
  if (projectId === null) return <Failed what="Jira did not say which project this is." />;
  return <Panel projectId={projectId} accountId={context.accountId} />;
}

function Panel({
  projectId,
  accountId,
}: {
  readonly projectId: string;
  readonly accountId: string | undefined;
}) {
  const asked = useAsk(
    ["projectGoals", projectId],
    () => call("projectGoals", { projectId }),
    ({ goals }) => goals.some(({ goal }) => isBeingRead(goal.progress)),
  );
  return (
    <main className="surface page">
      <GoalsHeading
        title="Goals of this project’s work"
        mayCreate={asked.kind === "answered" && asked.value.mayCreate}
        accountId={accountId}
        onCreated={openGoal}
      />
      <Answered asked={asked} lines={6}>
        {(found) => <Goals found={found} />}
      </Answered>
    </main>
  );
}

function Goals({ found }: { readonly found: Found }) {
  if (found.goals.length === 0) {
    return (
      <Empty title="No goal uses work of this project yet">
        <p className="subtle">
          Create a goal, then link an epic, single issues or a JQL rule to it: its progress is read
          from that work.
        </p>
      </Empty>
    );
  }
  return (
    <>
      <Connected connected={found.connected} />
      <ul className="card-list">
        {found.goals.map(({ goal, itemsHere, doneHere }) => (
          <li key={goal.id} className="card">
            <GoalRow goal={goal} onOpen={openGoal} />
            <p className="subtle">
              Here {doneHere} of {itemsText(itemsHere)} done
            </p>
          </li>
        ))}
      </ul>
      <AsOfAll all={found.goals.map(({ goal }) => goal.progress)} />
    </>
  );
}

function Connected({ connected }: { readonly connected: Found["connected"] }) {
  if (connected === null || connected.known === 0) return null;
  const { serving, known } = connected;
  return (
    <p>
      <b>{wholePercent(serving / known)}</b> of this project’s work serves a goal ({serving} of{" "}
      {issuesText(known)}).
    </p>
  );
}

function projectIdOf({ extension }: SurfaceContext): string | null {
  const project = extension["project"];
  if (typeof project !== "object" || project === null || !("id" in project)) return null;
  return typeof project.id === "string" ? project.id : String(project.id);
}
