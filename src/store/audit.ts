import * as z from "zod/mini";
import type { AuditEntry } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id, instant, json, valuesByKey } from "./decoders";
import { siteSql } from "./sql/site-sql";
import { idValue, instantValue } from "./values";

const auditRow = z.pipe(
  z.object({
    id,
    goal_id: id,
    at_ms: instant,
    account_id: z.string(),
    action: z.string(),
    details: json(valuesByKey(z.unknown())),
  }),
  z.transform((row) => ({
    id: row.id,
    at: row.at_ms,
    goalId: row.goal_id,
    accountId: row.account_id,
    action: row.action,
    details: row.details,
  })),
);

/** Details may name 500 issues each, and an answer may have 4 MiB. */
const entriesPerPage = 100;

export async function writeAudit(database: Database, entry: AuditEntry): Promise<void> {
  await database.write(siteSql.audit, [
    idValue(entry.id),
    idValue(entry.goalId),
    instantValue(entry.at),
    entry.accountId,
    entry.action,
    JSON.stringify(entry.details),
  ]);
}

/** Every entry of a goal, oldest first. */
export async function auditOf(database: Database, goalId: string): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (;;) {
    const last = entries.at(-1);
    const since = last === undefined ? 0 : instantValue(last.at);
    const values = [idValue(goalId), since, since, idValue(last?.id ?? "0")];
    const page = await database.rows(siteSql.auditOf(entriesPerPage), values, auditRow);
    entries.push(...page);
    if (page.length < entriesPerPage) return entries;
  }
}
