import type { GoalItems, ItemView } from "../../src/contract/progress";
import { precisePercent, sizeText } from "./format";

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
          {hidden === null ? sizesOf(items, rule) : "with the hidden ones"}
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

/** "10 of 34": the sizes of what is done and of all that counts; the headline is the one divided by the other. */
function sizesOf(items: readonly ItemView[], rule: string): string {
  const counted = items.filter((item) => item.class !== "dropped");
  const done = counted.filter((item) => item.class === "confirmed" || item.class === "claimed");
  return `${sizeText(sizeOf(done), rule)} of ${sizeText(sizeOf(counted), rule)}`;
}

const sizeOf = (items: readonly ItemView[]) =>
  items.reduce((total, { size }) => total + (size ?? 0), 0);
