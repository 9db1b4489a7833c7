import type { FieldChange, Named } from "./history";
import type { FieldReading } from "./play";

/** A field of one value that every item tells whole. */
export function ofOne<T>(
  before: (change: FieldChange) => T,
  after: (change: FieldChange) => T,
  same: (a: T, b: T) => boolean = Object.is,
): FieldReading<T> {
  return {
    undo: before,
    redo: after,
    fits: (change, value) => same(before(change), value),
    same,
  };
}

/** A thing with id and name; a text alone stands for its id. */
export const ofNamed = ofOne<Named | null>(
  ({ from, fromText }) => named(from, fromText),
  ({ to, toText }) => named(to, toText),
  (a, b) => a?.id === b?.id,
);

/** A field that is never empty keeps the value that it has where an item names none. */
export const ofNamedAlways: FieldReading<Named> = {
  undo: ({ from, fromText }, after) => named(from, fromText) ?? after,
  redo: ({ to, toText }, before) => named(to, toText) ?? before,
  fits: ({ from, fromText }, before) => (named(from, fromText) ?? before).id === before.id,
  same: (a, b) => a.id === b.id,
};

/** A field of which each item adds one member or takes one away. */
export const ofMembers: FieldReading<readonly Named[]> = {
  undo: (change, after) =>
    swapped(after, named(change.to, change.toText), named(change.from, change.fromText)),
  redo: (change, before) =>
    swapped(before, named(change.from, change.fromText), named(change.to, change.toText)),
  fits: ({ from, fromText }, before) => {
    const gone = named(from, fromText);
    return gone === null || before.some(({ id }) => id === gone.id);
  },
  same: (a, b) =>
    isSameSet(
      a.map(({ id }) => id),
      b.map(({ id }) => id),
    ),
};

/** A list that every item tells whole. */
export function ofList(
  before: (change: FieldChange) => readonly string[],
  after: (change: FieldChange) => readonly string[],
): FieldReading<readonly string[]> {
  return ofOne(before, after, isSameSet);
}

function named(id: string | null, text: string | null): Named | null {
  const known = id ?? text;
  return known === null || known === "" ? null : { id: known, name: text ?? known };
}

function swapped(list: readonly Named[], out: Named | null, into: Named | null): readonly Named[] {
  const kept = list.filter(({ id }) => id !== out?.id && id !== into?.id);
  return into === null ? kept : [...kept, into];
}

/** Jira keeps no order of versions, sprints or labels. */
function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((each) => right.has(each));
}
