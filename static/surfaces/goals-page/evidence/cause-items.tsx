import type { CauseName } from "../../../../src/contract/evidence";
import { openIssue } from "../../../bridge";
import { causeName } from "../../../evidence-words";
import { issuesText, pointsText } from "../../../parts/format";
import type { See } from "../look";
import type { Entry, Ledger } from "./ledger";

type Props = { readonly ledger: Ledger; readonly cause: CauseName | null; readonly see: See };

/** The issues under the open bar; with what is hidden and what did not fit they add up to it. */
export function CauseItems({ ledger, cause, see }: Props) {
  const entry = ledger.entries.find((each) => each.cause === cause);
  if (entry === undefined) return null;
  const name = causeName[entry.cause];
  return (
    <section className="cause-items" aria-label={`Issues under ${name}`}>
      <h3 className="section-title">{name}</h3>
      {entry.items === null ? (
        <p className="subtle">Some items are hidden from you, so these issues are not shown.</p>
      ) : (
        <UnderBar entry={entry} items={entry.items} exact={ledger.exact} />
      )}
      {entry.items === null || entry.items.length === 0 ? null : (
        <button
          className="link"
          type="button"
          onClick={() => {
            see({ among: { kind: "cause", cause: entry.cause }, classes: [], unsized: false });
          }}
        >
          Show them among the items
        </button>
      )}
    </section>
  );
}

function UnderBar(props: {
  readonly entry: Entry;
  readonly items: NonNullable<Entry["items"]>;
  readonly exact: boolean;
}) {
  const { entry, items, exact } = props;
  const { hidden, more, share } = entry;
  return (
    <div className="numbers-scroll numbers-tall" tabIndex={0} role="group" aria-label="Issues">
      <table className="numbers">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Issue</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ issueId, key, title, share: part }) => (
            <tr key={issueId}>
              <th scope="row">
                <button
                  className="link"
                  type="button"
                  onClick={() => {
                    openIssue(key);
                  }}
                >
                  {key}
                </button>{" "}
                {title}
              </th>
              <td className="number">{pointsText(part, exact)}</td>
            </tr>
          ))}
          <Rest rest={more} text="more" exact={exact} />
          <Rest rest={hidden} text="you may not see" exact={exact} />
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            <td className="number">
              <b>{pointsText(share, exact)}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Rest(props: {
  readonly rest: Entry["more"];
  readonly text: string;
  readonly exact: boolean;
}) {
  const { rest, text, exact } = props;
  if (rest === null) return null;
  return (
    <tr>
      <th scope="row">
        {issuesText(rest.count)} {text}
      </th>
      <td className="number">{pointsText(rest.share, exact)}</td>
    </tr>
  );
}
