import { useEffect, useRef, useState } from "react";
import type { GoalHistory } from "../../../../src/contract/evidence";
import { dayMilliseconds } from "../../../charts/time-scale";
import { Field } from "../../../parts/field";
import { dayOfText, type Percent } from "../../../parts/format";
import type { See } from "../look";
import { dayOf, momentOfDay } from "./days";

type Props = {
  readonly history: GoalHistory;
  readonly percent: Percent;
  readonly firstAt: string;
  /** The instant looked at; null is now, the right end. */
  readonly at: string | null;
  readonly see: See;
};

/** A day that the slider was moved to while the page still shows another one. */
type Wish = { readonly day: number; readonly while: string | null };

/** Takes the page to any day since the first issue: by dragging, with the arrow keys, or by its date. */
export function DaySlider({ history, percent, firstAt, at, see }: Props) {
  const [wish, setWish] = useState<Wish | null>(null);
  const soon = useSoon();
  const first = dayNumber(firstAt);
  const last = dayNumber(history.now);
  const shown = at === null ? last : dayNumber(at);
  const day = wish !== null && wish.while === at ? wish.day : shown;
  const text = valueText(history, { day, last }, percent);
  const goTo = (next: number, step: "push" | "replace") => {
    see({ at: next >= last ? null : instantOf(next) }, step);
  };
  return (
    <div className="day-slider">
      <input
        type="range"
        aria-label="Day"
        min={first}
        max={last}
        value={Math.min(last, Math.max(first, day))}
        aria-valuetext={text}
        onChange={(event) => {
          const next = Number(event.target.value);
          setWish({ day: next, while: at });
          soon(() => {
            goTo(next, at === null ? "push" : "replace");
          });
        }}
      />
      <div className="row row-between">
        <Field label="As of the day">
          {(control) => (
            <input
              {...control}
              className="input"
              type="date"
              min={dayOf(firstAt)}
              max={dayOf(history.now)}
              value={dayOf(instantOf(day))}
              onChange={(event) => {
                const chosen = momentOfDay(event.target.value);
                if (chosen !== null && chosen >= momentOf(firstAt)) goTo(dayNumber(chosen), "push");
              }}
            />
          )}
        </Field>
        <p className="subtle">{text}</p>
      </div>
    </div>
  );
}

/** A person drags or holds an arrow key for a while; only where they come to rest is asked for. */
const restMilliseconds = 400;

function useSoon(): (act: () => void) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (act) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, restMilliseconds);
  };
}

const dayNumber = (instant: string) => Math.floor(Date.parse(instant) / dayMilliseconds);
const instantOf = (day: number) => new Date(day * dayMilliseconds).toISOString();
const momentOf = (instant: string) => instantOf(dayNumber(instant));

/** "1 Nov 2025: 29.4 %, replayed", by the last point that is known until then. */
function valueText(
  { points }: GoalHistory,
  { day, last }: { readonly day: number; readonly last: number },
  percent: Percent,
): string {
  const date = day >= last ? "Now" : dayOfText(instantOf(day));
  const until = (day >= last ? Infinity : day) * dayMilliseconds;
  const point = points.filter(({ at }) => Date.parse(at) <= until).at(-1);
  if (point?.headline === undefined || point.headline === null) return `${date}: no number`;
  return `${date}: about ${percent(point.headline)}, ${point.source}`;
}
