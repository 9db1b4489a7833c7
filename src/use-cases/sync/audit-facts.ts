import { subDays } from "date-fns";
import { askForChildren } from "../know-containers";
import type { Ports } from "../ports";
import type { Audit } from "./verify-ports";

/** Every fact is read again within so many nights; a small site is read as a whole each night. */
const nights = 30;
const leastIssues = 1000;
/** Issues of one step, after which it can be cut off and gone on with. */
const issuesPerStep = 500;
/** What has been gone for so long will hardly come back. */
const goneDays = 30;

/** Before all issues. */
const first = "0";

/** Issues that are left to mark this night. */
export const auditLeft = async (ports: Pick<Ports, "store">): Promise<number> =>
  (await readAudit(ports)).left;

/** The next part of all facts is due. */
export async function beginAudit(ports: Pick<Ports, "store" | "now">): Promise<Audit> {
  const { after } = await readAudit(ports);
  const count = await ports.store.scope.issueCount();
  const left = count === 0 ? 0 : Math.max(leastIssues, Math.ceil(count / nights));
  return write(ports, { after, left });
}

/**
 * Marks the next part of all that is known: the only way to find deletions whose events were lost, and what the app may
 * no longer, or again, see. Goes on where the last run was cut off, for as long as it may.
 */
export async function auditFacts(ports: Ports, mayGoOn: () => boolean = () => true): Promise<void> {
  const { store, queue, now } = ports;
  const begun = await readAudit(ports);
  let audit = begun.left > 0 ? begun : await beginAudit(ports);
  if (audit.left === 0) return;
  do {
    audit = await auditStep(ports, audit);
  } while (audit.left > 0 && mayGoOn());
  await queue.push({ kind: "take-in-changes" });
  if (audit.left === 0) await store.scope.forgetGoneIssues(subDays(now(), goneDays));
}

async function auditStep(ports: Ports, { after, left }: Audit): Promise<Audit> {
  const { store, now } = ports;
  const limit = Math.min(left, issuesPerStep);
  const ids = await store.scope.issueIdsAfter(after, limit);
  if (ids.length === 0 && after !== first) return write(ports, { after: first, left });
  const facts = await store.scope.issuesById(ids);
  await askForChildren(
    ports,
    facts.flatMap(({ item }) => (item.level > 0 ? [item.id] : [])),
  );
  const marks = ids.map((issueId) => ({ issueId, seenAt: null }));
  await store.sync.mark(marks, { at: now() });
  const isEnd = ids.length < limit;
  return write(ports, {
    after: isEnd ? first : (ids.at(-1) ?? first),
    left: isEnd ? 0 : left - ids.length,
  });
}

const readAudit = async ({ store }: Pick<Ports, "store">): Promise<Audit> =>
  (await store.verify.audit()) ?? { after: first, left: 0 };

async function write({ store, now }: Pick<Ports, "store" | "now">, audit: Audit): Promise<Audit> {
  await store.verify.noteAudit(audit, now());
  return audit;
}
