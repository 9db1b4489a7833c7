import type { SyncHealthView } from "../../../../src/contract/settings";
import { openGoal } from "../../../bridge";
import { issuesText } from "../../../parts/format";

type Reading = SyncHealthView["readings"][number];
type Props = { readonly readings: readonly Reading[] };

/** Goals that are being read, wait for it, or could not be read; each opens on the Goals page. */
export function Readings({ readings }: Props) {
  if (readings.length === 0) return <p>Every goal is read to its end.</p>;
  const broken = readings.filter(({ reading }) => reading.kind === "broken");
  const others = readings.filter(({ reading }) => reading.kind !== "broken");
  return (
    <>
      <Group title="Could not be read" readings={broken} />
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
        {readings.map(({ goalId, title: goal, reading }) => (
          <li key={goalId}>
            <button
              className="link"
              type="button"
              onClick={() => {
                openGoal(goalId);
              }}
            >
              {goal}
            </button>
            <span className="subtle"> · {readingText(reading)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function readingText(reading: Reading["reading"]): string {
  switch (reading.kind) {
    case "current":
      return "read";
    case "queued":
      return "waiting to be read";
    case "reading":
      return reading.about === null
        ? `${issuesText(reading.read)} read`
        : `${String(reading.read)} of about ${issuesText(reading.about)} read`;
    case "broken":
      return reading.detail;
  }
}
