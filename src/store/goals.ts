import * as z from "zod/mini";
import type { Goal } from "../domain/goal";
import type { GoalRow, GoalStore } from "../use-cases/store-ports";
import type { Allowance } from "../use-cases/sync/points-ports";
import { countedIn, rebuildClosure } from "./closure";
import type { Database } from "./database";
import { id } from "./decoders";
import { goalRecord, goalRowRecord, viewerRecord } from "./goal-rows";
import { freshSince } from "./people";
import { pointsKeys, pointsLeft } from "./points";
import { unfinishedKinds } from "./rollups";
import { settingsAmong, settingsKey } from "./settings";
import { goalSql } from "./sql/goal-sql";
import { chunksOf, type Value } from "./statement";
import { dayOrNull, flagValue, idOrNull, idValue, instantValue, textUpTo } from "./values";

/** Goals a page of rows: each may carry 20 kB of its own words, and an answer 4 MiB. */
const rowsPerPage = 200;
const titleLimit = 255;

export function goalStore(database: Database): GoalStore {
  return {
    byId: async (goalId) => {
      const [goal] = await database.rows(goalSql.byId, [idValue(goalId)], goalRecord);
      return goal ?? null;
    },
    rowById: async (goalId) => {
      const [row] = await database.rows(goalSql.rowById, [idValue(goalId)], goalRowRecord);
      return row ?? null;
    },
    rowForViewer: (goalId, accountId, now) => rowForViewer(database, goalId, accountId, now),
    rows: ({ includeArchived }) =>
      everyRow((after) =>
        database.rows(
          goalSql.rows(rowsPerPage),
          [idValue(after), flagValue(includeArchived)],
          goalRowRecord,
        ),
      ),
    rowsByIds: async (goalIds) => {
      const pages = chunksOf([...new Set(goalIds)], rowsPerPage).map((ids) =>
        database.rows(goalSql.rowsByIds(ids.length), ids.map(idValue), goalRowRecord),
      );
      return (await Promise.all(pages)).flat();
    },
    search: (query, limit) =>
      database.rows(goalSql.search(limit), [`%${likeText(folded(query))}%`], goalRecord),
    insert: async (goal) => {
      await database.write(goalSql.insert, valuesOf(goal));
    },
    update: (goal, expectedVersion) => {
      if (goal.version <= expectedVersion) throw new RangeError("a new version must be higher");
      return database.write(goalSql.update, changesOf(goal, expectedVersion));
    },
    ancestorsOf: async (goalId) => {
      const read = await database.rows(goalSql.ancestors, [idValue(goalId)], z.object({ id }));
      return [...new Set(read.map((row) => row.id))];
    },
    rebuildClosure: () => rebuildClosure(database),
    countedIn: (goalId) => countedIn(database, goalId),
    childrenOf: (goalId) =>
      everyRow((after) =>
        database.rows(
          goalSql.childRows(rowsPerPage),
          [idValue(goalId), idValue(after)],
          goalRowRecord,
        ),
      ),
  };
}

async function rowForViewer(
  database: Database,
  goalId: string,
  accountId: string,
  now: Date,
): ReturnType<GoalStore["rowForViewer"]> {
  const id = idValue(goalId);
  const states = [settingsKey, ...Object.values(pointsKeys(now))];
  const values = [id, accountId, freshSince(now), ...states, id, ...unfinishedKinds];
  const read = await database.rows(goalSql.rowForViewer, values, viewerRecord);
  const goal = read.find((each) => each.kind === "goal");
  const projects = read.flatMap((each) =>
    each.kind === "project" ? [[each.projectId, each.may] as const] : [],
  );
  const row = goal?.row ?? null;
  return {
    row,
    browsable: projects.length === 0 ? null : new Map(projects),
    allowance: row?.below === "underway" ? allowanceIn(read, now) : null,
  };
}

function allowanceIn(read: readonly z.output<typeof viewerRecord>[], now: Date): Allowance {
  const states = read.flatMap((each) => (each.kind === "state" ? [each.state] : []));
  return { points: pointsLeft(states, now), pointsShare: settingsAmong(states).pointsShare };
}

/** Pages in ascending goal id until one is short. */
async function everyRow(
  page: (after: string) => Promise<readonly GoalRow[]>,
): Promise<readonly GoalRow[]> {
  const rows: GoalRow[] = [];
  for (let after = "0"; ; after = rows.at(-1)?.goal.id ?? after) {
    const read = await page(after);
    rows.push(...read);
    if (read.length < rowsPerPage) return rows;
  }
}

/** Case is folded here, because engines fold differently. */
const folded = (text: string) => textUpTo(titleLimit, text.trim().toLowerCase());

/** The text itself in a LIKE pattern. */
const likeText = (text: string) => text.replace(/[\\%_]/g, "\\$&");

const valuesOf = (goal: Goal): readonly Value[] => [
  idValue(goal.id),
  ...plainValues(goal),
  goal.version,
  goal.ruleVersion,
  goal.createdBy,
  instantValue(goal.createdAt),
  instantValue(goal.updatedAt),
];

const changesOf = (goal: Goal, expectedVersion: number): readonly Value[] => [
  ...plainValues(goal),
  goal.version,
  goal.ruleVersion,
  instantValue(goal.updatedAt),
  idValue(goal.id),
  expectedVersion,
];

const plainValues = (goal: Goal): readonly Value[] => [
  idOrNull(goal.parentId),
  goal.title,
  folded(goal.title),
  goal.why,
  goal.owner,
  goal.state,
  goal.rule,
  flagValue(goal.countSubTasks),
  goal.combine,
  goal.weight,
  goal.ownWeight,
  dayOrNull(goal.startDay),
  dayOrNull(goal.targetDay),
  flagValue(goal.archived),
];
