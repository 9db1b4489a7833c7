import type { ReadIssue } from "../jira-ports";
import { askForChildren } from "../know-containers";
import { formerNamers } from "./former-names";
import { kinOf } from "./kin-of";
import { lookAt } from "./look-at";
import type { PassProgress } from "./pass-progress";
import type { KnownIssue } from "./reading-ports";
import type { Turn } from "./take-turn";

/** Issues that are read and written down at a time: two full requests, one statement. */
const issuesAtOnce = 200;
/** So many times that, it is seen whether the turn lasts. */
const readsBetweenLooks = 5;

/** What is there of some issues, and what is deleted or out of the app's sight. */
type ReadOnce = { readonly there: readonly string[]; readonly missing: readonly string[] };

/**
 * Reads those of the issues that the pass has not read yet, however many links bring them, and hands over some after
 * the other what is there.
 */
export async function readOnce(
  turn: Turn,
  { issueIds, progress }: { readonly issueIds: readonly string[]; readonly progress: PassProgress },
  onRead: (read: ReadOnce) => Promise<void>,
): Promise<void> {
  const known = await turn.ports.store.readings.knownAmong(issueIds);
  const fresh = new Set(issueIds.filter((id) => isFresh(turn, known.get(id))));
  if (fresh.size > 0) await onRead({ there: [...fresh], missing: [] });
  await progress.add(fresh.size);
  const unread = issueIds.filter((id) => !fresh.has(id));
  for (let from = 0; from < unread.length; from += issuesAtOnce) {
    const asked = unread.slice(from, from + issuesAtOnce);
    await onRead(await read(turn, asked, known));
    await progress.add(asked.length);
    const reads = from / issuesAtOnce + 1;
    if (reads % readsBetweenLooks === 0) await turn.reach(turn.pass().at);
  }
}

const isFresh = ({ pass }: Turn, known: KnownIssue | undefined) =>
  known !== undefined && !known.isGone && known.readAt >= pass().freshSince;

async function read(
  { ports, readAt }: Turn,
  issueIds: readonly string[],
  known: ReadonlyMap<string, KnownIssue>,
): Promise<ReadOnce> {
  const at = readAt();
  const { found, missing } = await ports.jira.issuesById(issueIds);
  const moved = movedFrom(found, known);
  const met = found.flatMap(({ item }) => (known.has(item.id) ? [] : item));
  const former = await formerNamers(ports, met);
  await lookAt(ports, [
    ...moved.issues,
    ...moved.parents,
    ...kinOfReturned(found, known),
    ...former,
  ]);
  await ports.store.scope.putIssues(found, at);
  await askForChildren(ports, moved.containers);
  return { there: found.map(({ item }) => item.id), missing };
}

/** Issues that were out of sight, with their kin. */
const kinOfReturned = (found: readonly ReadIssue[], known: ReadonlyMap<string, KnownIssue>) =>
  found.filter(({ item }) => known.get(item.id)?.isGone === true).flatMap(kinOf);

/**
 * Issues that have another parent than was known, and those former parents. They are looked at again before this is
 * written: afterwards nobody could tell any more which scopes that concerns beside those of the pass.
 */
function movedFrom(found: readonly ReadIssue[], known: ReadonlyMap<string, KnownIssue>) {
  const moved = found.flatMap(({ item: { id, level, parentId } }) => {
    const before = known.get(id);
    const isMoved = before !== undefined && before.parentId !== parentId;
    return isMoved ? [{ id, level, former: before.parentId }] : [];
  });
  return {
    issues: moved.map(({ id }) => id),
    parents: moved.flatMap(({ former }) => former ?? []),
    containers: moved.flatMap(({ level, former }) => (level < 0 ? [] : (former ?? []))),
  };
}
