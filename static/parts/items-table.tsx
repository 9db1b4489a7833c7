import type { GoalItems } from "../../src/contract/progress";
import { whyNoNumber } from "../sentences";
import { itemsText, precisePercent, sizeText } from "./format";
import { ItemRow } from "./item-row";
import { ItemsHead } from "./items-head";
import { Together } from "./together";

type Props = {
  readonly pages: readonly GoalItems[];
  readonly last: GoalItems;
  readonly rule: string;
  readonly onReload: () => void;
};

/** The items as rows, closed by what is hidden and by the sum. Withheld shares (C15) leave their column out. */
export function ItemsTable({ pages, last, rule, onReload }: Props) {
  const items = pages.flatMap((page) => page.items);
  const { hidden, number } = last.progress;
  const withheld = hidden.kind === "some";
  if (items.length === 0 && last.hiddenRow === null) return <NoItems last={last} />;
  return (
    <>
      {withheld ? (
        <p className="subtle">
          Because some items are hidden from you, what each item brings is not shown.
        </p>
      ) : null}
      <table className="items">
        <ItemsHead withheld={withheld} />
        <tbody>
          {items.map((item) => (
            <ItemRow key={item.issueId} item={item} rule={rule} withheld={withheld} />
          ))}
          {last.hiddenRow === null ? null : <HiddenRow row={last.hiddenRow} rule={rule} />}
        </tbody>
        {last.next !== null || withheld || number.kind === "none" ? null : (
          <Together
            items={items}
            hidden={last.hiddenRow}
            headline={number.headline}
            rule={rule}
            onReload={onReload}
          />
        )}
      </table>
    </>
  );
}

function NoItems({ last }: { readonly last: GoalItems }) {
  const { hidden, number } = last.progress;
  if (hidden.kind !== "none") return <p className="subtle">You may not see any of the items.</p>;
  return (
    <p className="subtle">
      {number.kind === "none" ? whyNoNumber[number.why] : "There is no item to show."}
    </p>
  );
}

function HiddenRow(props: {
  readonly row: NonNullable<GoalItems["hiddenRow"]>;
  readonly rule: string;
}) {
  const { row, rule } = props;
  return (
    <tr>
      <td colSpan={2}>{itemsText(row.count)} you may not see</td>
      <td className="number" data-label="Size">
        {sizeText(row.size, rule)}
      </td>
      <td className="number" data-label="Brings">
        {precisePercent(row.contribution)}
      </td>
    </tr>
  );
}
