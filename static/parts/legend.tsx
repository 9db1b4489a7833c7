import type { ClassTotals } from "../../src/contract/progress";
import type { ItemClassName } from "../../src/contract/words";
import { classMeaning, className, unsizedMeaning } from "../sentences";

const shown: readonly ItemClassName[] = ["confirmed", "claimed", "active", "todo", "dropped"];

/** The classes with their counts; position, texture and word carry them, not colour alone. */
export function Legend({
  classes,
  unsized,
}: {
  readonly classes: ClassTotals;
  readonly unsized: number | null;
}) {
  return (
    <ul className="legend">
      {shown
        .filter((name) => name !== "dropped" || classes.dropped.count > 0)
        .map((name) => (
          <li key={name} title={classMeaning[name]}>
            <span className={`mark bar-${name}`} />
            {className[name]} <b>{classes[name].count}</b>
          </li>
        ))}
      {unsized === null || unsized === 0 ? null : (
        <li title={unsizedMeaning}>
          <span className="unsized">unsized</span> <b>{unsized}</b>
        </li>
      )}
      <li>
        <span className="mark-interval" />
        Interval
      </li>
    </ul>
  );
}
