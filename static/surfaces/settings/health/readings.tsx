import type { SyncHealthView } from "../../../../src/contract/settings";
import { openGoal } from "../../../bridge";
import { readingText } from "../../../parts/reading-text";

type Reading = SyncHealthView["readings"][number];
type Props = { readonly readings: readonly Reading[] };

/** Goals that are being read, wait for it, or whose rule Jira refuses; each opens on the Goals page. */
export function Readings({ readings }: Props) {
  if (readings.length === 0) return <p>Every goal is read to its end.</p>;
  const broken = readings.filter(({ reading }) => reading.kind === "broken");
  const others = readings.filter(({ reading }) => reading.kind !== "broken");
  return (
    <>
      <Group title="Not up to date: Jira refuses a rule" readings={broken} />
      <Group title="Being read" readings={others} />
    </>
  );
}

function Group({ title, readings }: Props & { readonly title: string }) {
  if (readings.length === 0) return null;
  return (
    <>
      <h3 className="field-label">{title}</h3>
      <ul className="stack" aria-label={title}>
        {readings.map((each) => (
          <li key={each.goalId}>
            <button
              className="link"
              type="button"
              onClick={() => {
                openGoal(each.goalId);
              }}
            >
              {each.title}
            </button>
            <span className="subtle"> · {wordsOf(each)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the page says already is left out: that Jira refuses a rule, and why all reading waits. */
function wordsOf({ reading }: Reading): string | null {
  if (reading.kind === "broken") return reading.detail;
  return readingText(reading.kind === "current" ? reading : { ...reading, pause: null });
}
