import { subDays } from "date-fns";
import { askForChildren } from "../know-containers";
import type { Ports } from "../ports";
import { auditKey } from "./state-keys";

/** Every fact is read again within so many nights; a small site is read as a whole each night. */
const nights = 30;
const leastIssues = 1000;
/** What has been gone for so long will hardly come back. */
const goneDays = 30;

/**
 * Marks the next part of all that is known: the only way to find deletions whose events were lost, and what the app may
 * no longer, or again, see.
 */
export async function auditFacts(ports: Ports): Promise<void> {
  const { store, queue, now } = ports;
  const count = await store.scope.issueCount();
  if (count === 0) return;
  const limit = Math.max(leastIssues, Math.ceil(count / nights));
  const kept = (await store.states.read(auditKey))?.value;
  const after = typeof kept === "string" ? kept : "0";
  const ids = await store.scope.issueIdsAfter(after, limit);
  const facts = await store.scope.issuesById(ids);
  await askForChildren(
    ports,
    facts.flatMap(({ item }) => (item.level > 0 ? [item.id] : [])),
  );
  const marks = ids.map((issueId) => ({ issueId, seenAt: null }));
  await store.sync.mark(marks, { at: now(), mostWaiting: Number.MAX_SAFE_INTEGER });
  const next = ids.length < limit ? "0" : (ids.at(-1) ?? "0");
  await store.states.write(auditKey, next, now());
  await store.scope.forgetGoneIssues(subDays(now(), goneDays));
  if (marks.length > 0) await queue.push({ kind: "take-in-changes" });
}
