import { lazy, Suspense, useState } from "react";
import type { GoalProgress, ProgressView } from "../../../src/contract/progress";
import { call } from "../../bridge";
import { Answered } from "../../parts/answered";
import { AsOf } from "../../parts/as-of";
import { dayText, itemsText } from "../../parts/format";
import { Headline } from "../../parts/headline";
import { HiddenNote } from "../../parts/hidden-note";
import { Legend } from "../../parts/legend";
import { ProgressBar } from "../../parts/progress-bar";
import { Skeleton } from "../../parts/skeleton";
import { StateLozenge } from "../../parts/state-lozenge";
import { useAsk } from "../../parts/use-ask";
import { ruleName } from "../../sentences";
import type { GadgetConfig } from "./config";

const Items = lazy(() => import("./items"));

/** The gadget at a glance: number, interval, of what, as of when. The number opens to its items. */
export function Summary({ config }: { readonly config: GadgetConfig }) {
  const asked = useAsk(
    ["goalProgress", config.goalId],
    () => call("goalProgress", { goalId: config.goalId }),
    ({ progress }) => progress.reading.kind === "queued" || progress.reading.kind === "reading",
  );
  return (
    <main className="surface">
      <Answered asked={asked}>
        {(goal) => <Glance goal={goal} showLegend={config.showLegend} />}
      </Answered>
    </main>
  );
}

function Glance({
  goal,
  showLegend,
}: {
  readonly goal: GoalProgress;
  readonly showLegend: boolean;
}) {
  const [open, setOpen] = useState(false);
  const { progress } = goal;
  return (
    <>
      <div className="row row-between">
        <Headline number={progress.number} />
        <StateLozenge state={goal.state} />
      </div>
      <p className="subtle">
        {goal.title}
        {goal.targetDay === null ? null : ` · target ${dayText(goal.targetDay)}`}
      </p>
      <ProgressBar number={progress.number} classes={progress.classes} />
      {showLegend && progress.classes !== null ? (
        <Legend classes={progress.classes} unsized={progress.unsized} />
      ) : null}
      <DoneOf progress={progress} rule={goal.rule} />
      <HiddenNote hidden={progress.hidden} />
      <div className="row row-between">
        <AsOf progress={progress} />
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
      </div>
      {open ? (
        <Suspense fallback={<Skeleton lines={5} />}>
          <Items goalId={goal.goalId} rule={goal.rule} />
        </Suspense>
      ) : null}
    </>
  );
}

function DoneOf({ progress, rule }: { readonly progress: ProgressView; readonly rule: string }) {
  const { classes } = progress;
  if (classes === null) return null;
  const done = classes.confirmed.count + classes.claimed.count;
  const all = done + classes.active.count + classes.todo.count;
  return (
    <p className="subtle">
      {done} of {itemsText(all)} done · counted by {(ruleName[rule] ?? rule).toLowerCase()}
    </p>
  );
}
