import type { GoalEvidence } from "../../../src/contract/evidence";
import type { GoalView } from "../../../src/contract/goal";
import type { ProgressNumber } from "../../../src/contract/progress";
import { precisePercent, wholePercent } from "../../parts/format";
import { StateLozenge } from "../../parts/state-lozenge";
import { CopyLink } from "./evidence/copy-link";
import { GoalActions } from "./goal-actions";
import type { Look } from "./look";
import { useArrival } from "./use-arrival";
import { goalRoute, pathOf } from "./use-route";

type Props = {
  readonly goal: GoalView;
  readonly evidence: GoalEvidence | null;
  readonly look: Look;
  readonly accountId: string | undefined;
  readonly moved: boolean;
  readonly onOpen: (goalId: string) => void;
};

/** The goal's title as the question that the page answers, with what may be done with it. */
export function GoalHead({ goal, evidence, look, accountId, moved, onOpen }: Props) {
  const heading = useArrival(moved);
  const { line, why } = goal;
  const now = look.at === null ? line.progress.number : null;
  return (
    <header className="goal-head">
      <h1 ref={heading} tabIndex={-1} className="page-title">
        {questionOf(evidence?.progress.number ?? now)}{" "}
        <span className="goal-title">{line.title}</span>
      </h1>
      <span className="row">
        <StateLozenge state={line.state} />
        {line.archived ? <span className="lozenge">Archived</span> : null}
        {evidence?.spread?.dependsOnRule === true ? (
          <span className="lozenge lozenge-partly-achieved">Depends on the rule</span>
        ) : null}
        <CopyLink path={pathOf(goalRoute(line.id, look))} />
      </span>
      {why === "" ? null : <p className="goal-why">{why}</p>}
      <GoalActions goal={goal} accountId={accountId} onOpen={onOpen} />
    </header>
  );
}

function questionOf(number: ProgressNumber | null): string {
  if (number === null) return "How far was it?";
  if (number.kind === "none") return "No number yet:";
  return `${(number.exact ? precisePercent : wholePercent)(number.headline)} — of what?`;
}
