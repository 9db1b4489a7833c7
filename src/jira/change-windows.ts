import type { ChangedIssue } from "../use-cases/jira-ports";
import { idsIn } from "./jql";

/** A part of the time in which to search for changes; without an end, until now. */
export type ChangeWindow = Time & {
  readonly known: readonly KnownSecond[];
};

type Time = { readonly from: Date; readonly until: Date | null };

/** Issues that are known at versions of one second, and the end of it. */
type KnownSecond = { readonly end: number; readonly ids: readonly string[] };

const second = 1000;
/** JQL takes a thousand values; half of that keeps a query under 8,000 characters. */
const mostIds = 500;
/** Clauses of a query beside the others. */
const mostSeconds = 50;

/** That time in parts, each with as many known issues as one query can leave out. */
export function windowsOf({
  from,
  until,
  known,
}: Time & { readonly known: readonly ChangedIssue[] }): readonly ChangeWindow[] {
  const isWithin = ({ updatedAt }: ChangedIssue) =>
    updatedAt >= from && (until === null || updatedAt < until);
  const parts: KnownSecond[][] = [[]];
  let ids = 0;
  for (const each of secondsOf(known.filter(isWithin))) {
    const last = parts.at(-1) ?? [];
    ids += each.ids.length;
    if (last.length > 0 && (ids > mostIds || last.length === mostSeconds)) {
      parts.push([each]);
      ids = each.ids.length;
    } else {
      last.push(each);
    }
  }
  const ends = parts.slice(0, -1).map((part) => new Date(part.at(-1)?.end ?? 0));
  return parts.map((part, at) => ({
    from: ends[at - 1] ?? from,
    until: ends[at] ?? until,
    known: part,
  }));
}

/** More of one second than a query takes are told of although they are known. */
function secondsOf(known: readonly ChangedIssue[]): readonly KnownSecond[] {
  const seconds = new Map<number, string[]>();
  for (const { id, updatedAt } of known) {
    const end = (Math.floor(updatedAt.getTime() / second) + 1) * second;
    const ids = seconds.get(end);
    if (ids === undefined) seconds.set(end, [id]);
    else if (ids.length < mostIds) ids.push(id);
  }
  return [...seconds].toSorted(([a], [b]) => a - b).map(([end, ids]) => ({ end, ids }));
}

/**
 * What changed in that part of the time, without what is known unless it was updated after the second of its version.
 * Instants are written in epoch milliseconds: a date in JQL means the time zone of who asks.
 */
export function jqlOf({ from, until, known }: ChangeWindow): string {
  return [
    `updated >= ${String(from.getTime())}`,
    ...(until === null ? [] : [`updated < ${String(until.getTime())}`]),
    ...known.map(({ end, ids }) => `(updated >= ${String(end)} OR ${idsIn("id", ids, "not in")})`),
  ].join(" AND ");
}
