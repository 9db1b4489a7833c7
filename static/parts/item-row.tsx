import type { ItemView } from "../../src/contract/progress";
import { openIssue } from "../bridge";
import { className, sizeSentence } from "../sentences";
import { precisePercent, sizeText } from "./format";
import { whyText } from "./why-text";

type Props = {
  readonly item: ItemView;
  readonly rule: string;
  /** Shares are withheld (C15): the row has no column for them. */
  readonly withheld: boolean;
  /** The row's place in a table of which only a part is drawn, from 1. */
  readonly place?: number;
};

/** One item: what it is, how it is counted and why, its size, and the share of the headline that it brings. */
export function ItemRow({ item, rule, withheld, place }: Props) {
  return (
    <tr aria-rowindex={place}>
      <td>
        <button
          className="link"
          type="button"
          onClick={() => {
            openIssue(item.key);
          }}
        >
          {item.key}
        </button>{" "}
        {item.title}
      </td>
      <td>
        <span className="class">
          <span className={`mark bar-${item.class}`} />
          {className[item.class]}
        </span>
        <p className="subtle">{whyText(item)}</p>
      </td>
      <td className="number" data-label="Size">
        {sizeText(item.size, rule)}
        {item.unsized ? (
          <p className="subtle size-source">{sizeSentence[item.sizeSource]}</p>
        ) : null}
      </td>
      {withheld ? null : (
        <td className="number" data-label="Brings">
          {item.contribution === null ? "—" : precisePercent(item.contribution)}
        </td>
      )}
    </tr>
  );
}
