/** The column heads of a list of items; withheld shares (C15) leave their column out. */
export function ItemsHead({
  withheld,
  place,
}: {
  readonly withheld: boolean;
  /** The row's place in a table of which only a part is drawn, from 1. */
  readonly place?: number;
}) {
  return (
    <thead>
      <tr aria-rowindex={place}>
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
  );
}
