import type { GoalItems, ItemView, ProgressNumber } from "../../src/contract/progress";
import { openIssue } from "../bridge";
import { className, reasonSentence, sizeSentence } from "../sentences";
import { dayOfText, itemsText, precisePercent, sizeText } from "./format";

type Props = {
  readonly pages: readonly GoalItems[];
  readonly last: GoalItems;
  readonly rule: string;
};

/** The items as rows, closed by what is hidden and by the sum. Withheld shares (C15) leave their column out. */
export function ItemsTable({ pages, last, rule }: Props) {
  const items = pages.flatMap((page) => page.items);
  const withheld = last.progress.hidden.kind === "some";
  const hidden = last.hiddenRow;
  if (items.length === 0 && hidden === null) {
    return <p className="subtle">There is no item to show.</p>;
  }
  return (
    <>
      {withheld ? (
        <p className="subtle">
          Because some items are hidden from you, what each item brings is not shown.
        </p>
      ) : null}
      <table className="items">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Counted as</th>
            <th scope="col" className="number">
              Size
            </th>
            {withheld ? null : (
              <th scope="col" className="number">
                Brings
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow key={item.issueId} item={item} rule={rule} />
          ))}
          {hidden === null ? null : <HiddenRow hidden={hidden} rule={rule} />}
        </tbody>
        {last.next !== null || withheld ? null : (
          <Sum items={items} hidden={hidden} number={last.progress.number} />
        )}
      </table>
    </>
  );
}

function ItemRow({ item, rule }: { readonly item: ItemView; readonly rule: string }) {
  return (
    <tr>
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
      <td className="number" data-label="Size" title={sizeSentence[item.sizeSource]}>
        {sizeText(item.size, rule)}
        {item.unsized ? (
          <>
            {" "}
            <span className="subtle unsized">unsized</span>
          </>
        ) : null}
      </td>
      {item.contribution === null ? null : (
        <td className="number" data-label="Brings">
          {precisePercent(item.contribution)}
        </td>
      )}
    </tr>
  );
}

function whyText({ reason, resolution, since }: ItemView): string {
  const says = resolution === null || reason !== "done-dropped-resolution" ? "" : `: ${resolution}`;
  return `${reasonSentence[reason]}${says}${since === null ? "" : `, since ${dayOfText(since)}`}`;
}

type Hidden = GoalItems["hiddenRow"];

function HiddenRow({
  hidden,
  rule,
}: {
  readonly hidden: NonNullable<Hidden>;
  readonly rule: string;
}) {
  return (
    <tr>
      <td>{itemsText(hidden.count)} you may not see</td>
      <td />
      <td className="number" data-label="Size">
        {sizeText(hidden.size, rule)}
      </td>
      <td className="number" data-label="Brings">
        {precisePercent(hidden.contribution)}
      </td>
    </tr>
  );
}

/** More than rounding of floating numbers makes. */
const apart = 1e-9;

function Sum(props: {
  readonly items: readonly ItemView[];
  readonly hidden: Hidden;
  readonly number: ProgressNumber;
}) {
  const { items, hidden, number } = props;
  if (number.kind === "none") return null;
  const shown = items.reduce((sum, item) => sum + (item.contribution ?? 0), 0);
  const sum = shown + (hidden?.contribution ?? 0);
  return (
    <tfoot>
      <tr>
        <td>
          <b>Together</b>
        </td>
        <td className="subtle">
          {Math.abs(sum - number.headline) > apart
            ? "The number changed while the items were read. Read them again."
            : ""}
        </td>
        <td />
        <td className="number">
          <b>{precisePercent(sum)}</b>
        </td>
      </tr>
    </tfoot>
  );
}
