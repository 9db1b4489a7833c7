import type { GoalItems, ItemView } from "../../src/contract/progress";
import { doneSizesText } from "./done-sizes";
import { precisePercent } from "./format";

type Props = {
  readonly items: readonly ItemView[];
  readonly hidden: GoalItems["hiddenRow"];
  readonly headline: number;
  readonly rule: string;
  readonly onReload: () => void;
};

/** More than rounding of floating numbers makes. */
const apart = 1e-9;

/** The sum of the list, which is the number; a list that changed while its pages were read says so. */
export function Together({ items, hidden, headline, rule, onReload }: Props) {
  const shown = items.reduce((sum, item) => sum + (item.contribution ?? 0), 0);
  const sum = shown + (hidden?.contribution ?? 0);
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          Together
        </th>
        <td className="number" data-label="Size">
          {hidden === null ? doneSizesText(items, rule) : "with the hidden ones"}
        </td>
        <td className="number" data-label="Brings">
          <b>{precisePercent(sum)}</b>
        </td>
      </tr>
      {Math.abs(sum - headline) <= apart ? null : (
        <tr>
          <td colSpan={4} role="status">
            The items changed while they were read; the number is now {precisePercent(headline)}.{" "}
            <button className="link" type="button" onClick={onReload}>
              Read them again
            </button>
          </td>
        </tr>
      )}
    </tfoot>
  );
}
