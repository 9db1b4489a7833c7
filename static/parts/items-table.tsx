import type { GoalItems, ItemView } from "../../src/contract/progress";
import { openIssue } from "../bridge";
import { className, reasonSentence, sizeSentence, whyNoNumber } from "../sentences";
import { dayOfText, itemsText, precisePercent, sizeText } from "./format";
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

function ItemRow(props: {
  readonly item: ItemView;
  readonly rule: string;
  readonly withheld: boolean;
}) {
  const { item, rule, withheld } = props;
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

function whyText({ reason, resolution, since }: ItemView): string {
  const says = resolution === null || reason !== "done-dropped-resolution" ? "" : `: ${resolution}`;
  return `${reasonSentence[reason]}${says}${since === null ? "" : `, since ${dayOfText(since)}`}`;
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
