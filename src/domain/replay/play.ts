import type { FieldChange } from "./history";
import type { Timeline } from "./timeline";

/** How values of one field are read from changelog items and compared. */
export type FieldReading<T> = {
  /** The value before the item, as undoing it leaves it; `after` is the value that it left behind. */
  readonly undo: (change: FieldChange, after: T) => T;
  /** The value after the item. */
  readonly redo: (change: FieldChange, before: T) => T;
  /** Whether what the item says it found is what was there. */
  readonly fits: (change: FieldChange, before: T) => boolean;
  readonly same: (a: T, b: T) => boolean;
};

/** A field's life, and where its changelog contradicts itself or the present. */
export type Played<T> = {
  readonly timeline: Timeline<T>;
  /** The value that playing forward ends with. */
  readonly end: T;
  readonly breaks: Breaks;
};

export type Breaks = {
  /** Items whose `from` was not the value before them. */
  readonly chain: number;
  /** 1 where the changelog does not end with the present value. */
  readonly end: number;
};

/**
 * Undoes the changes of one field to creation and plays them forward from there. After a break the log's word goes on;
 * from the last change on the present value holds, whatever the log says.
 */
export function play<T>(
  changes: readonly FieldChange[],
  present: T,
  createdAt: Date,
  reading: FieldReading<T>,
): Played<T> {
  const told = changes.filter((change, n) => !isToldTwice(change, changes[n - 1]));
  let value = told.reduceRight((after, change) => reading.undo(change, after), present);
  let chain = 0;
  const timeline = [{ from: createdAt.getTime(), value }];
  for (const change of told) {
    if (!reading.fits(change, value)) chain += 1;
    value = reading.redo(change, value);
    timeline.push({ from: Math.max(change.at.getTime(), createdAt.getTime()), value });
  }
  const last = timeline.pop();
  if (last !== undefined) timeline.push({ from: last.from, value: present });
  const end = reading.same(value, present) ? 0 : 1;
  return { timeline, end: value, breaks: { chain, end } };
}

/** Jira writes some edits under two names of one field ("type" and "issuetype", "Epic Link" and the parent). */
function isToldTwice(change: FieldChange, before: FieldChange | undefined): boolean {
  return (
    change.at.getTime() === before?.at.getTime() &&
    change.from === before.from &&
    change.to === before.to &&
    change.fromText === before.fromText &&
    change.toText === before.toText
  );
}
