import { useState } from "react";
import type { GoalHistory } from "../../../../src/contract/evidence";
import { call } from "../../../bridge";
import { Answered } from "../../../parts/answered";
import { type Percent, precisePercent, wholePercent } from "../../../parts/format";
import { useAsk } from "../../../parts/use-ask";
import type { Look, See } from "../look";
import { CourseChart } from "./course-chart";
import { DaySlider } from "./day-slider";

type Props = {
  readonly goalId: string;
  /** False where the viewer gets whole percent only (C15). */
  readonly exact: boolean;
  readonly look: Look;
  readonly see: See;
};

/**
 * The course of the number from the first issue to now, and the way to any day of it. Rebuilding it costs many questions
 * to Jira, so it is asked for when a person wants to see it, or comes to a past day by a link.
 */
export function TimeMachine({ goalId, exact, look, see }: Props) {
  const [wanted, setWanted] = useState(false);
  const isOpen = wanted || look.at !== null;
  const asked = useAsk(
    ["goalHistory", goalId],
    isOpen ? () => call("goalHistory", { goalId }) : null,
  );
  return (
    <section className="card" aria-label="The course of the number">
      <h2 className="section-title">The course of the number</h2>
      {isOpen ? (
        <Answered asked={asked} lines={5}>
          {(history) => (
            <Course
              history={history}
              percent={exact ? precisePercent : wholePercent}
              look={look}
              see={see}
            />
          )}
        </Answered>
      ) : (
        <div className="row">
          <button
            className="button"
            type="button"
            onClick={() => {
              setWanted(true);
            }}
          >
            Show the past
          </button>
          <span className="subtle">How it went, and how the goal stood on any day.</span>
        </div>
      )}
    </section>
  );
}

function Course(props: {
  readonly history: GoalHistory;
  readonly percent: Percent;
  readonly look: Look;
  readonly see: See;
}) {
  const { history, percent, look, see } = props;
  const { firstAt } = history;
  if (firstAt === null) return <p className="subtle">There is no work yet, and so no past.</p>;
  return (
    <>
      <CourseChart
        history={history}
        percent={percent}
        firstAt={firstAt}
        at={look.at ?? history.now}
      />
      <DaySlider history={history} percent={percent} firstAt={firstAt} at={look.at} see={see} />
    </>
  );
}
