import type { GoalHistory } from "../../../../src/contract/evidence";
import { pastName } from "../../../evidence-words";
import { dayOfText, type Percent } from "../../../parts/format";

/** The same course as a table, for those who do not see the picture. */
export function CourseTable({
  points,
  percent,
}: {
  readonly points: GoalHistory["points"];
  readonly percent: Percent;
}) {
  const shareText = (share: number | null) => (share === null ? "—" : percent(share));
  return (
    <details className="subtle receipt">
      <summary>Show as table</summary>
      <div className="numbers-scroll numbers-tall" tabIndex={0} role="group" aria-label="Course">
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Known as</th>
              <th scope="col" className="number">
                Number
              </th>
              <th scope="col" className="number">
                Between
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ at, source, headline, low, high }) => (
              <tr key={at}>
                <th scope="row">{dayOfText(at)}</th>
                <td>{pastName[source]}</td>
                <td className="number">{shareText(headline)}</td>
                <td className="number">
                  {low === null || high === null ? "—" : `${shareText(low)} – ${shareText(high)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
