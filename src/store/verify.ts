import * as z from "zod/mini";
import { countsInParent } from "../domain/goal-states";
import { grouped } from "../domain/grouped";
import type { RolledGoal } from "../use-cases/sync/roll-ports";
import { auditKey, verificationKey } from "../use-cases/sync/state-keys";
import type { Audit, Verification, VerifyStore } from "../use-cases/sync/verify-ports";
import { wronglyCounting } from "./closure";
import type { Database } from "./database";
import { flag, goalState, id, instant, int, isoInstant, json } from "./decoders";
import { goalReading, storedRollup } from "./goal-rows";
import { inHalves } from "./in-halves";
import { knownWork } from "./known-work";
import { shortPrintOf } from "./scope-rows";
import { verifySql } from "./sql/verify-sql";
import { chunksOf, idsPerStatement } from "./statement";
import { stateStore } from "./states";
import { StoreRefused } from "./store-refused";
import { idValue, instantValue } from "./values";

/** What the numbers rest on, to compare them with it. */
export function verifyStore(database: Database): VerifyStore {
  const states = stateStore(database);
  return {
    found: async () => foundIn((await states.read(verificationKey))?.value),
    noteFound: (found) => states.write(verificationKey, found, found.at),
    audit: async () => auditIn((await states.read(auditKey))?.value),
    noteAudit: (audit, at) => states.write(auditKey, audit, at),
    rolledAfter: (after, most) => rolledAfter(database, after, most),
    rolledById: async (goalId) => {
      const [row] = await database.rows(verifySql.rolledByIds(1), [idValue(goalId)], rolledGoal);
      return row ?? null;
    },
    wronglyCounting: () => wronglyCounting(database),
    partsOf: (goalIds) => partsOf(database, goalIds),
    knownWork: () => knownWork(database),
    printOf: shortPrintOf,
    forgetGone: async ({ after, upTo }, before) => {
      const values = [idValue(after), idValue(upTo), instantValue(before)];
      await database.write(verifySql.forgetGone, values);
    },
  };
}

const foundDoc: z.ZodMiniType<Verification> = z.object({
  at: isoInstant,
  goals: z.number(),
  repaired: z.number(),
  after: z.nullable(z.string()),
});
const auditDoc: z.ZodMiniType<Audit> = z.object({ after: z.string(), left: z.number() });

const foundIn = (value: unknown) => foundDoc.safeParse(value).data ?? null;
const auditIn = (value: unknown) => auditDoc.safeParse(value).data ?? null;

/** Where the documents of so many goals exceed an answer, of half as many. */
async function rolledAfter(
  database: Database,
  after: string,
  most: number,
): Promise<readonly RolledGoal[]> {
  try {
    return await database.rows(verifySql.rolledAfter(most), [idValue(after)], rolledGoal);
  } catch (error) {
    if (most < 2 || !(error instanceof StoreRefused)) throw error;
    return rolledAfter(database, after, Math.ceil(most / 2));
  }
}

async function partsOf(database: Database, goalIds: readonly string[]): Promise<PartsOf> {
  const rows: z.output<typeof partRow>[] = [];
  const read = (ids: readonly string[]) =>
    database.rows(verifySql.parts(ids.length), ids.map(idValue), partRow);
  for (const ids of chunksOf(goalIds, idsPerStatement)) rows.push(...(await inHalves(ids, read)));
  const counted = rows.filter(countsInParent);
  const parts = grouped(counted, ({ parent_id }) => parent_id);
  return new Map(
    goalIds.map((goalId) => [
      goalId,
      (parts.get(goalId) ?? []).map((row) => ({
        goalId: row.id,
        weight: row.weight,
        progress: row.doc.rollup.progress,
      })),
    ]),
  );
}

type PartsOf = Awaited<ReturnType<VerifyStore["partsOf"]>>;

const partRow = z.object({
  parent_id: id,
  id,
  weight: int,
  state: goalState,
  archived: flag,
  doc: json(storedRollup),
});

const rolledGoal = z.pipe(
  z.object({
    goal_id: id,
    rule: z.enum(["count", "points", "time"]),
    rule_version: int,
    combine: z.enum(["union", "weighted"]),
    own_weight: int,
    count_sub_tasks: flag,
    updated_ms: instant,
    sequence: int,
    rolled: int,
    effort: z.nullable(int),
    rollup_doc: z.nullable(json(storedRollup)),
    reading_doc: z.nullable(json(goalReading)),
  }),
  z.transform((columns): RolledGoal => ({
    goal: {
      id: columns.goal_id,
      rule: columns.rule,
      ruleVersion: columns.rule_version,
      combine: columns.combine,
      ownWeight: columns.own_weight,
      countSubTasks: columns.count_sub_tasks,
      updatedAt: columns.updated_ms,
    },
    sequence: columns.sequence,
    rolled: columns.rolled,
    effort: columns.effort,
    rollup: columns.rollup_doc,
    reading: columns.reading_doc,
  })),
);
