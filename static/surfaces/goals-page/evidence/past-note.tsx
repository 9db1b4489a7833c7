import type { GoalEvidence, PastView } from "../../../../src/contract/evidence";
import { dayText, instantText, issuesText } from "../../../parts/format";
import { numberText } from "../../../parts/number-text";
import { pastMeaning } from "../../../evidence-words";
import type { See } from "../look";

type Past = Exclude<PastView, { kind: "now" }>;

/** Says that the page shows the past, how that is known, and what is not known of it. */
export function PastNote({
  evidence,
  see,
}: {
  readonly evidence: GoalEvidence;
  readonly see: See;
}) {
  const { past, at } = evidence;
  if (past.kind === "now") return null;
  return (
    <div className="notice notice-past" role="status">
      <p>
        <b>
          As of {instantText(at)}, {past.kind}
        </b>
        : {pastMeaning[past.kind]}.
      </p>
      <PastCaveats past={past} />
      <SeenThen evidence={evidence} />
      <button
        className="button"
        type="button"
        onClick={() => {
          see({ at: null });
        }}
      >
        Back to now
      </button>
    </div>
  );
}

/** What makes a rebuilt state less than what was there. */
export function PastCaveats({ past }: { readonly past: Past }) {
  const { beforeGoal, inconsistent, unread, byToday } = past;
  return (
    <ul className="caveats subtle">
      {beforeGoal ? (
        <li>The goal did not exist yet: its present links and rules are applied to the past.</li>
      ) : null}
      {inconsistent === 0 ? null : (
        <li>The history of {issuesText(inconsistent)} contradicts itself.</li>
      )}
      {unread === 0 ? null : (
        <li>The changelogs of {issuesText(unread)} are not read yet; they are estimated.</li>
      )}
      {byToday.length === 0 ? null : <li>{byTodayText(byToday.length)}</li>}
    </ul>
  );
}

/** Rules come by the ids of their links, which mean nothing to a reader. */
function byTodayText(rules: number): string {
  return rules === 1
    ? "One rule asks for what no history tells: which issues this rule brought is taken from today."
    : `${String(rules)} rules ask for what no history tells: which issues they brought is taken from today.`;
}

/** What was seen on that day, beside what is rebuilt of it; neither takes the other's place. */
function SeenThen({ evidence }: { readonly evidence: GoalEvidence }) {
  const { seenThen, progress } = evidence;
  if (seenThen === null) {
    return <p className="subtle">No snapshot was taken on this day.</p>;
  }
  return (
    <p>
      Seen on {dayText(seenThen.day)}: <b>{numberText(seenThen.number)}</b>. Rebuilt now:{" "}
      <b>{numberText(progress.number)}</b>.
    </p>
  );
}
