import type { GoalEvidence } from "../../../../src/contract/evidence";
import type { GoalView } from "../../../../src/contract/goal";
import type { ProgressView } from "../../../../src/contract/progress";
import { Answered } from "../../../parts/answered";
import { ItemsList } from "../../../parts/items-list";
import type { Asked } from "../../../parts/use-ask";
import type { Look, See } from "../look";
import { HowCertain } from "./how-certain";
import { HowMade } from "./how-made";
import { ItemsBehind } from "./items-behind";
import { PastNote } from "./past-note";
import { RuleSpread } from "./rule-spread";
import { TimeMachine } from "./time-machine";
import { WaitingCard } from "./waiting-card";
import { WhatMoved } from "./what-moved";

type Props = {
  readonly goal: GoalView;
  /** Null where nothing is linked or read yet. */
  readonly asked: Asked<GoalEvidence> | null;
  readonly look: Look;
  readonly see: See;
};

/** Why the number may be believed: each part opens what the one above it says. */
export function Evidence({ goal, asked, look, see }: Props) {
  const { line } = goal;
  if (asked === null) return <HowMade goal={goal} evidence={null} progress={line.progress} />;
  if (asked.kind === "loading") return <Waiting goal={goal} at={look.at} />;
  if (asked.kind !== "answered") {
    return (
      <>
        {look.at === null ? <HowMade goal={goal} evidence={null} progress={line.progress} /> : null}
        <Answered asked={asked}>{() => null}</Answered>
        <TimeMachine goalId={line.id} exact={isExact(line.progress)} look={look} see={see} />
        {look.at === null ? <PlainItems goal={goal} /> : null}
      </>
    );
  }
  const evidence = asked.value;
  return (
    <div className="evidence" aria-busy={asked.older === true}>
      <PastNote evidence={evidence} see={see} />
      <Answered asked={asked}>{() => null}</Answered>
      <div className="columns">
        <div className="column">
          <HowMade goal={goal} evidence={evidence} progress={evidence.progress} />
          <RuleSpread evidence={evidence} />
        </div>
        <div className="column">
          <HowCertain evidence={evidence} see={see} />
          <TimeMachine goalId={line.id} exact={isExact(evidence.progress)} look={look} see={see} />
          <WhatMoved evidence={evidence} look={look} see={see} />
        </div>
      </div>
      <ItemsBehind goal={goal} evidence={evidence} look={look} see={see} />
    </div>
  );
}

/** Where anything is hidden the past comes in whole percent (C15). */
const isExact = ({ number, hidden }: ProgressView) =>
  number.kind === "value" && number.exact && hidden.kind === "none";

/** The items as the goal stands, where the evidence could not be had. */
function PlainItems({ goal }: Pick<Props, "goal">) {
  const { id, rule, progress } = goal.line;
  return (
    <section className="card" aria-label="The items">
      <h2 className="section-title">The items</h2>
      <ItemsList goalId={id} rule={rule} asOf={progress.asOf} />
    </section>
  );
}

/** The parts in their places before the evidence is there. */
function Waiting({ goal, at }: { readonly goal: GoalView; readonly at: string | null }) {
  return (
    <div className="evidence">
      <div className="columns">
        <div className="column">
          {at === null ? (
            <HowMade goal={goal} evidence={null} progress={goal.line.progress} />
          ) : (
            <WaitingCard title="How the number is made" lines={8} />
          )}
          <WaitingCard title="What other rules say" lines={10} />
        </div>
        <div className="column">
          <WaitingCard title="How certain it is" lines={4} />
          <WaitingCard title="The course of the number" lines={1} />
          <WaitingCard title="What moved" lines={2} />
        </div>
      </div>
      <WaitingCard title="The items" lines={8} />
    </div>
  );
}
