import type { SyncHealthView } from "../../../../src/contract/settings";
import { clockText } from "../../../parts/clock-text";
import { lagOf } from "./lag";
import { agoText, spanText } from "./ago-text";
import { readingsText } from "./readings-text";
import { counted } from "../words";

type Props = { readonly health: SyncHealthView };

/** The one sentence that says whether all is well. */
export function HealthLine({ health }: Props) {
  const isBehind = health.points.pause !== null || lagOf(health) === "long";
  const tone = isBehind ? "notice notice-warning" : "health-line";
  const sentences = [sentenceOf(health), readingsText(health.readings)];
  return <p className={tone}>{sentences.filter((each) => each !== "").join(" ")}</p>;
}

function sentenceOf(health: SyncHealthView): string {
  const { pause } = health.points;
  if (pause !== null) {
    const until = `Reading in the background is paused until ${clockText(pause.until)}`;
    const left = spanText(health.now, pause.until);
    const waiting = waitingText(health);
    return `${until}, in ${left}: ${whyPaused[pause.why]}. Nothing is lost; it goes on by itself.${waiting === "" ? "" : ` ${waiting}`}`;
  }
  switch (lagOf(health)) {
    case "long":
      return `${waitingText(health)} That is longer than usual: numbers may be behind Jira.`;
    case "usual":
      return waitingText(health);
    case "none":
      return idleText(health);
  }
}

/** Nothing waits that is older than what is being read for the first time, or again. */
function idleText({ readings, lastEventAt, now }: SyncHealthView): string {
  if (readings.some(({ reading }) => reading.kind !== "broken")) return "";
  return lastEventAt === null
    ? "Nothing waits; no change of an issue was heard of yet."
    : `Nothing waits; last change taken in ${agoText(lastEventAt, now)}.`;
}

/** A job that met the end of the budget looks again after 15 minutes, the longest that a queue of Forge waits. */
const whyPaused = {
  budget:
    "the share of Jira’s points that it may use in an hour is used up (a larger share, below, lets it go on within 15 min)",
  quota: "Jira’s points of this hour are used up on all sites together",
} as const;

/** What waits, each kind with since when its oldest does; empty when nothing does. */
function waitingText(health: SyncHealthView): string {
  const { waitingIssues, waitingSince, waitingGoals, goalsWaitingSince } = health;
  const since = (from: string | null) =>
    from === null ? "" : `, the oldest for ${spanText(from, health.now)}`;
  const waits = (count: number) => (count === 1 ? "waits" : "wait");
  const issues = `${counted(waitingIssues, "changed issue")} ${waits(waitingIssues)} to be taken in`;
  const goals = `${counted(waitingGoals, "goal")} ${waits(waitingGoals)} to be computed`;
  const waiting = [
    ...(waitingIssues > 0 ? [`${issues}${since(waitingSince)}.`] : []),
    ...(waitingGoals > 0 ? [`${goals}${since(goalsWaitingSince)}.`] : []),
  ];
  return waiting.join(" ");
}
