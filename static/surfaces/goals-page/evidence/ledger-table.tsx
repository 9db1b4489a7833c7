import { causeName } from "../../../evidence-words";
import { pointsText, precisePercent, wholePercent } from "../../../parts/format";
import { issuesUnder, type Ledger } from "./ledger";

/** The waterfall as a table: all nine causes and what they add up to. */
export function LedgerTable({ ledger }: { readonly ledger: Ledger }) {
  const { start, end, exact, entries } = ledger;
  const percent = exact ? precisePercent : wholePercent;
  return (
    <details className="subtle receipt">
      <summary>Show as table</summary>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">Cause</th>
            <th scope="col" className="number">
              Points
            </th>
            <th scope="col" className="number">
              Issues
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Start</th>
            <td className="number">{percent(start)}</td>
            <td />
          </tr>
          {entries.map((entry) => (
            <tr key={entry.cause}>
              <th scope="row">{causeName[entry.cause]}</th>
              <td className="number">{pointsText(entry.share, exact)}</td>
              <td className="number">{issuesUnder(entry) ?? "not shown"}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">End</th>
            <td className="number">{percent(end)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </details>
  );
}
