import type { SyncHealthView } from "../../../../src/contract/settings";
import { clockText } from "../../../parts/clock-text";
import { instantText } from "../../../parts/format";
import { counted, wholeNumber } from "../words";
import { agoText } from "./ago-text";
import { bytesText } from "./bytes-text";

type Props = { readonly health: SyncHealthView };

/** The figures behind the sentence. */
export function HealthFacts({ health }: Props) {
  const { now, lastEventAt, lastReconciledAt, points, verification, store } = health;
  const facts = [
    ["Last change heard of", sinceText(lastEventAt, now)],
    ["Last compared with Jira", sinceText(lastReconciledAt, now)],
    ["Nightly check", checkText(verification)],
    ["Store", storeText(store)],
    ["Points for reading in the background", backgroundText(points)],
    ["Points for people’s questions", peopleText(points)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const sinceText = (instant: string | null, now: string) =>
  instant === null ? "Not yet" : `${agoText(instant, now)} (${instantText(instant)})`;

function checkText(verification: SyncHealthView["verification"]): string {
  if (verification === null) return "Not run yet; the first one comes tonight";
  const { at, goals, repaired, complete } = verification;
  const when = `${complete ? "on" : "so far, as of"} ${instantText(at)}`;
  if (repaired === 0) return `All numbers of ${counted(goals, "goal")} were right ${when}`;
  const were = repaired === 1 ? "was" : "were";
  return `The numbers of ${wholeNumber(repaired)} of ${counted(goals, "goal")} ${were} wrong ${when}, and ${were} repaired`;
}

function storeText({ bytes, limit }: SyncHealthView["store"]): string {
  if (bytes === null) return `Not measured yet; ${bytesText(limit)} at most`;
  return `${bytesText(bytes)} of ${bytesText(limit)} used`;
}

function backgroundText({ background, budget, hourEndsAt }: SyncHealthView["points"]): string {
  const ends = `the hour ends at ${clockText(hourEndsAt)}`;
  return `${wholeNumber(background)} of ${wholeNumber(budget)} used this hour; ${ends}`;
}

const peopleText = ({ people }: SyncHealthView["points"]) =>
  `${wholeNumber(people)} used this hour; not limited by the share`;
