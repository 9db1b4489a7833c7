import type { SyncHealthView } from "../../../../src/contract/settings";
import { clockText } from "./clock-text";
import { lagOf } from "./lag";
import { agoText, spanText } from "./ago-text";
import { listed, counted } from "../words";

type Props = { readonly health: SyncHealthView };

/** The one sentence that says whether all is well. */
export function HealthLine({ health }: Props) {
  const lag = lagOf(health);
  const tone = lag === "none" || lag === "usual" ? "health-line" : "notice notice-warning";
  return <p className={tone}>{sentenceOf(health)}</p>;
}

function sentenceOf(health: SyncHealthView): string {
  const { now, points } = health;
  switch (lagOf(health)) {
    case "paused":
      return `Reading is paused until ${clockText(points.pausedUntil ?? now)}: Jira’s points of this hour are used up. Nothing is lost; it goes on by itself. ${waitingText(health)}`;
    case "long":
      return `${waitingText(health)} That is longer than usual: numbers may be behind Jira.`;
    case "usual":
      return waitingText(health);
    case "none":
      return health.lastEventAt === null
        ? "Nothing waits; no change of an issue was heard of yet."
        : `Nothing waits; last change taken in ${agoText(health.lastEventAt, now)}.`;
  }
}

function waitingText({ now, waitingIssues, waitingGoals, waitingSince }: SyncHealthView): string {
  const waiting = [
    ...(waitingIssues > 0 ? [counted(waitingIssues, "changed issue")] : []),
    ...(waitingGoals > 0 ? [counted(waitingGoals, "goal")] : []),
  ];
  if (waiting.length === 0) return "Nothing waits.";
  const verb = waitingIssues + waitingGoals === 1 ? "waits" : "wait";
  const since = waitingSince === null ? "" : `, the oldest for ${spanText(waitingSince, now)}`;
  return `${listed(waiting)} ${verb} to be taken in${since}.`;
}
