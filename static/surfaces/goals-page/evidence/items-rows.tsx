import type { ItemView } from "../../../../src/contract/progress";
import { ItemRow } from "../../../parts/item-row";
import { type Chunks, chunkRows } from "./use-chunks";

type Props = {
  readonly chunks: Chunks;
  /** How many rows there are, read or not. */
  readonly rows: number;
  readonly items: readonly ItemView[];
  readonly rule: string;
  readonly withheld: boolean;
};

/** The rows in sight, and room for the others. The row of the column heads is the first, so items begin at 2. */
export function ItemsRows({ chunks, rows, items, rule, withheld }: Props) {
  return Array.from({ length: Math.ceil(rows / chunkRows) }, (_, chunk) => {
    const start = chunk * chunkRows;
    const own = items.slice(start, start + chunkRows);
    if (chunk < chunks.first || chunk > chunks.last || own.length === 0) {
      return <Room key={chunk} height={chunks.heightOf(chunk)} />;
    }
    return (
      <tbody
        key={chunk}
        ref={(body) => {
          if (body !== null && own.length === chunkRows) chunks.measure(chunk, body.offsetHeight);
        }}
      >
        {own.map((item, index) => (
          <ItemRow
            key={item.issueId}
            item={item}
            rule={rule}
            withheld={withheld}
            place={start + index + 2}
          />
        ))}
      </tbody>
    );
  });
}

/** Stands for rows that are out of sight or not read yet. */
function Room({ height }: { readonly height: number }) {
  return (
    <tbody aria-hidden="true">
      <tr className="items-room">
        <td colSpan={4} style={{ height }} />
      </tr>
    </tbody>
  );
}
