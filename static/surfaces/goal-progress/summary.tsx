import { lazy, Suspense, useState } from "react";
import type { GoalProgress } from "../../../src/contract/progress";
import { call, openGoal } from "../../bridge";
import { Answered } from "../../parts/answered";
import { AsOf } from "../../parts/as-of";
import { isBeingRead } from "../../parts/being-read";
import { DoneOf } from "../../parts/done-of";
import { dayText } from "../../parts/format";
import { Headline } from "../../parts/headline";
import { HiddenNote } from "../../parts/hidden-note";
import { Legend } from "../../parts/legend";
import { ProgressBar } from "../../parts/progress-bar";
import { Skeleton } from "../../parts/skeleton";
import { StateLozenge } from "../../parts/state-lozenge";
import { useAsk } from "../../parts/use-ask";
import { gadgetRefusals } from "../../sentences";
import type { GadgetConfig } from "./config";
import { SpreadNote } from "./spread-note";

const Items = lazy(() => import("./items"));

/** The gadget at a glance: number, interval, of what, as of when. The number opens to its items. */
export function Summary({ config }: { readonly config: GadgetConfig }) {
  const { goalId } = config;
  const asked = useAsk(
    ["goalProgress", goalId],
    () => call("goalProgress", { goalId }),
    ({ progress }) => isBeingRead(progress),
  );
  return (
    <main className="surface">
      <h1 className="visually-hidden">Goal progress</h1>
      <Answered asked={asked} refusals={gadgetRefusals}>
        {(goal) => <Glance goal={goal} showLegend={config.showLegend} />}
      </Answered>
    </main>
  );
}

type GlanceProps = { readonly goal: GoalProgress; readonly showLegend: boolean };

function Glance({ goal, showLegend }: GlanceProps) {
  const { progress, rule } = goal;
  const { number, classes } = progress;
  const empty = number.kind === "none" && number.why === "no-work";
  const open = () => {
    openGoal(goal.goalId);
  };
  return (
    <>
      <div className="glance">
        <Headline number={number} onOpen={open}>
          {empty ? null : <DoneOf progress={progress} rule={rule} />}
        </Headline>
        <StateLozenge state={goal.state} />
      </div>
      <p className="subtle">
        <button className="link" type="button" onClick={open}>
          {goal.title}
        </button>
        {goal.targetDay === null ? null : ` · target ${dayText(goal.targetDay)}`}
      </p>
      <ProgressBar number={number} classes={classes} />
      {showLegend && classes !== null && !empty ? (
        <Legend classes={classes} unsized={progress.unsized} />
      ) : null}
      <SpreadNote spread={goal.spread} exact={number.kind === "value" && number.exact} />
      <HiddenNote hidden={progress.hidden} />
      <Opening goal={goal} closed={empty} />
    </>
  );
}

/** The footer, and below it the items once a person opens them. */
function Opening({ goal, closed }: { readonly goal: GoalProgress; readonly closed: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="row row-between footer">
        <AsOf progress={goal.progress} />
        {closed ? null : (
          <button
            className="link"
            type="button"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {open ? "Hide the items" : "Show the items"}
          </button>
        )}
      </div>
      {open ? (
        <Suspense fallback={<Skeleton lines={5} />}>
          <Items goalId={goal.goalId} rule={goal.rule} asOf={goal.progress.asOf} />
        </Suspense>
      ) : null}
    </>
  );
}
