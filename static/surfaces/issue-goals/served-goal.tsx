import type { IssueGoals, ServingPath } from "../../../src/contract/places";
import { openGoal } from "../../bridge";
import { precisePercent } from "../../parts/format";
import { GoalRow } from "../../parts/goal-row";

type Served = IssueGoals["goals"][number];
type DirectLink = Extract<ServingPath, { kind: "direct" }>;

/** One goal that the issue serves: its number, by which path, and what finishing the issue would add. */
export function ServedGoal({
  served,
  busy,
  onUnlink,
}: {
  readonly served: Served;
  readonly busy: boolean;
  readonly onUnlink: (link: DirectLink) => void;
}) {
  const { goal, paths, finishingAdds } = served;
  return (
    <section className="card" aria-label={goal.title}>
      <GoalRow goal={goal} onOpen={openGoal} />
      <ul>
        {paths.map((path, index) => (
          <li key={index} className="row row-between subtle path">
            <span>{pathText(path)}</span>
            {path.kind === "direct" && goal.mayEdit ? (
              <button
                className="button button-subtle"
                type="button"
                disabled={busy}
                aria-label={`Unlink from ${goal.title}`}
                onClick={() => {
                  onUnlink(path);
                }}
              >
                Unlink
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {finishingAdds === null || finishingAdds === 0 ? null : (
        <p className="subtle">
          Finishing this issue moves the goal by {pointsText(finishingAdds)}.
        </p>
      )}
    </section>
  );
}

function pointsText(share: number): string {
  return precisePercent(share).replace("%", "percentage points");
}

function pathText(path: ServingPath): string {
  switch (path.kind) {
    case "direct":
      return "Linked directly";
    case "ancestor":
      return path.issueKey === null ? "Through a parent issue" : `Through ${path.issueKey}`;
    case "rule":
      return path.jql === null ? "By a rule you may not read" : `By the rule ${path.jql}`;
    case "sub-goal":
      return path.title === null ? "Through a sub-goal" : `Through the sub-goal “${path.title}”`;
  }
}
