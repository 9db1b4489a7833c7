import type { GoalView } from "../../../src/contract/goal";
import { call } from "../../bridge";
import { Answered } from "../../parts/answered";
import { AsOfAll } from "../../parts/as-of-all";
import { isBeingRead } from "../../parts/being-read";
import { useAsk } from "../../parts/use-ask";
import { Evidence } from "./evidence/evidence";
import { useEvidence } from "./evidence/use-evidence";
import { GoalFacts } from "./goal-facts";
import { GoalHead } from "./goal-head";
import { GoalNav } from "./goal-nav";
import { GoalTree } from "./goal-tree";
import { Links } from "./links";
import type { Look } from "./look";
import { type Go, goalRoute } from "./use-route";

type Props = {
  readonly goalId: string;
  readonly look: Look;
  readonly accountId: string | undefined;
  readonly moved: boolean;
  readonly go: Go;
};

/** One goal with everything behind its number: how it is made, how certain it is, what moved it, and every item. */
export function GoalDetail(props: Props) {
  const { goalId, go } = props;
  const asked = useAsk(
    ["getGoal", goalId],
    () => call("getGoal", { goalId }),
    ({ line }) => isBeingRead(line.progress),
  );
  return (
    <>
      <GoalNav
        parents={asked.kind === "answered" ? asked.value.parents : []}
        onOpen={(id) => {
          go(goalRoute(id));
        }}
        onBack={() => {
          go({ kind: "list" });
        }}
      />
      {asked.kind === "answered" ? null : <h1 className="visually-hidden">Goal</h1>}
      <Answered asked={asked} lines={8}>
        {(goal) => <Detail {...props} goal={goal} />}
      </Answered>
    </>
  );
}

function Detail(props: Props & { readonly goal: GoalView }) {
  const { goal, look, accountId, moved, go } = props;
  const { line, children } = goal;
  const evidence = useEvidence(line, look.at);
  const openGoal = (goalId: string) => {
    go(goalRoute(goalId));
  };
  return (
    <>
      <GoalHead
        goal={goal}
        evidence={evidence?.kind === "answered" ? evidence.value : null}
        look={look}
        accountId={accountId}
        moved={moved}
        onOpen={openGoal}
      />
      <Evidence
        goal={goal}
        asked={evidence}
        look={look}
        see={(change, step) => {
          go(goalRoute(line.id, { ...look, ...change }), step);
        }}
      />
      <Links goal={goal} />
      {children.length === 0 ? null : (
        <section className="card" aria-label="Sub-goals">
          <h2 className="section-title">Sub-goals</h2>
          <p className="subtle">{subGoalsSentence[goal.combining.kind]}</p>
          <GoalTree label="Sub-goals" goals={children} onOpen={openGoal} />
          <AsOfAll all={children.map(({ progress }) => progress)} />
        </section>
      )}
      <GoalFacts goal={goal} />
    </>
  );
}

const subGoalsSentence = {
  union: "Their items are counted above, each once; those of candidates are not.",
  weighted: "The number above is the mean of theirs by weight; candidates are not part of it.",
} as const;
