import type { ChangeLine, IssueLine } from "../jira/import/issue-line";
import { nearestRank } from "./nearest-rank";
import { isDoneStatus } from "./vocabulary";

/** Versions with fewer final issues say nothing, nor does 70 % of one or two known ones. */
const fewestFinal = 5;
const fewestKnown = 3;

/**
 * For each released version: its final scope ÷ the scope known when done ÷ known first reached 70 %. Known at an
 * instant are the issues that had the version then.
 */
export function scopeGrowth(lines: readonly IssueLine[]): {
  readonly versions: number;
  readonly median: number;
  readonly max: number;
} {
  const ratios = releasedVersions(lines)
    .flatMap((id) => growthOf(id, lines))
    .toSorted((a, b) => a - b);
  return {
    versions: ratios.length,
    median: nearestRank(ratios, 0.5),
    max: nearestRank(ratios, 1),
  };
}

function releasedVersions(lines: readonly IssueLine[]): readonly string[] {
  const versions = lines.flatMap((line) => line.fixVersions);
  return [...new Set(versions.flatMap(({ id, released }) => (released ? [id] : [])))];
}

function growthOf(version: string, lines: readonly IssueLine[]): readonly number[] {
  const final = lines.filter(({ fixVersions }) => fixVersions.some(({ id }) => id === version));
  if (final.length < fewestFinal) return [];
  const events = lines.flatMap((line) => membership(line, version));
  const known = new Map<string, boolean>();
  const inOrder = events.toSorted((a, b) => a.at - b.at);
  for (const [index, { at, key, member, done }] of inOrder.entries()) {
    if (member) known.set(key, done);
    else known.delete(key);
    if (inOrder[index + 1]?.at === at) continue;
    const doneCount = [...known.values()].filter(Boolean).length;
    if (known.size >= fewestKnown && doneCount / known.size >= 0.7) {
      return [final.length / known.size];
    }
  }
  return [];
}

type Membership = {
  readonly at: number;
  readonly key: string;
  readonly member: boolean;
  readonly done: boolean;
};

/** Each instant at which the issue came to the version, left it, or was or was no longer Done. */
function membership(line: IssueLine, version: string): readonly Membership[] {
  const { key, changelog } = line;
  const changes = changelog.filter(({ field }) => field === "Fix Version" || field === "status");
  if (!isConcerned(line, changes, version)) return [];
  let member = atStart(line, changes, version);
  let done = isDoneStatus(
    changes.find(({ field }) => field === "status")?.fromString ?? line.status,
  );
  const events: Membership[] = [{ at: Date.parse(line.created), key, member, done }];
  for (const change of changes) {
    if (change.field === "status") done = isDoneStatus(change.toString);
    else if (change.to === version) member = true;
    else if (change.from === version) member = false;
    events.push({ at: Date.parse(change.at), key, member, done });
  }
  return events;
}

function isConcerned(
  { fixVersions }: IssueLine,
  changes: readonly ChangeLine[],
  version: string,
): boolean {
  return (
    fixVersions.some(({ id }) => id === version) ||
    changes.some(({ from, to }) => from === version || to === version)
  );
}

function atStart(
  { fixVersions }: IssueLine,
  changes: readonly ChangeLine[],
  version: string,
): boolean {
  const first = changes.find(
    ({ field, from, to }) => field === "Fix Version" && (from === version || to === version),
  );
  if (first === undefined) return fixVersions.some(({ id }) => id === version);
  return first.from === version;
}
