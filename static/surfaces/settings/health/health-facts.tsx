import type { SyncHealthView } from "../../../../src/contract/settings";
import { instantText } from "../../../parts/format";
import { counted, wholeNumber } from "../words";
import { agoText } from "./ago-text";
import { bytesText } from "./bytes-text";
import { clockText } from "./clock-text";

type Props = { readonly health: SyncHealthView };

/** The figures behind the sentence. */
export function HealthFacts({ health }: Props) {
  const { now, lastEventAt, lastReconciledAt, points, verification, store } = health;
  const facts = [
    ["Last change heard of", sinceText(lastEventAt, now)],
    ["Last compared with Jira", sinceText(lastReconciledAt, now)],
    ["Nightly check", checkText(verification)],
    ["Store", storeText(store)],
    ["Points this hour", pointsText(points)],
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
  const { at, goals, repaired } = verification;
  const when = `on ${instantText(at)}`;
  if (repaired === 0) return `All numbers of ${counted(goals, "goal")} were right ${when}`;
  const were = repaired === 1 ? "was" : "were";
  return `The numbers of ${wholeNumber(repaired)} of ${counted(goals, "goal")} ${were} wrong ${when}, and ${were} repaired`;
}

function storeText({ bytes, limit }: SyncHealthView["store"]): string {
  if (bytes === null) return `Not measured yet; ${bytesText(limit)} at most`;
  return `${bytesText(bytes)} of ${bytesText(limit)} used`;
}

/** People's own questions count as used; only reading in the background is held to its share. */
function pointsText({ used, budget, hourEndsAt }: SyncHealthView["points"]): string {
  const share = `reading in the background may use ${wholeNumber(budget)}`;
  return `${wholeNumber(used)} used; ${share}. The hour ends at ${clockText(hourEndsAt)}`;
}
