import * as z from "zod/mini";
import type { ReadIssue } from "../use-cases/jira-ports";
import type { PlacedRow, Placement, PlaceStore } from "../use-cases/sync/sync-ports";
import type { Database } from "./database";
import { flag, id, int } from "./decoders";
import { childrenRow, factRow, readIssueOf } from "./facts";
import { inHalves } from "./in-halves";
import { goneValues, scopeValues } from "./scope-rows";
import { placeParts, placeSql } from "./sql/place-sql";
import { scopeSql } from "./sql/scope-sql";
import { evenChunksOf, writesOf, type Value } from "./statement";
import { joinedParts, partOf, unionRow, type UnionRow } from "./union";
import { idValue } from "./values";

const pair = { goal_id: id, issue_id: id };
const goalRow = z.object({
  ...pair,
  rule: z.enum(["count", "points", "time"]),
  count_sub_tasks: flag,
  stamp: z.nullable(int),
});
const parentRow = z.object({ ...pair, child_in: flag, sub_task_in: flag });
const childRow = z.object(pair);
const issueRow = z.extend(factRow, { days: z.nullable(int) });

/** MariaDB holds 4.5 MiB for the lists of so many; in five goals each they make an answer of 2 MiB. */
const mostPlaced = 750;

type Places = Pick<PlaceStore, "placements" | "place">;

/** Where issues stand in the scopes of goals. */
export function placeStore(database: Database): Places {
  return {
    placements: async (issueIds) => {
      const placements: Placement[] = [];
      for (const chunk of evenChunksOf([...new Set(issueIds)], mostPlaced)) {
        const read = await inHalves(chunk, (some) => placementsOf(database, some));
        placements.push(...read);
      }
      return placements;
    },
    place: async (rows, now) => {
      for (const part of writesOf(rows.map((each) => valuesOf(each, now)))) {
        await database.write(scopeSql.put(part.length), part.flat());
      }
    },
  };
}

async function placementsOf(
  database: Database,
  issueIds: readonly string[],
): Promise<readonly Placement[]> {
  const ids = issueIds.map(idValue);
  const values = Array.from({ length: 7 }, () => ids).flat();
  const rows = await database.rows(placeSql.inputs(ids.length), values, unionRow(placeParts));
  const reached = partOf(rows, "reached", goalRow);
  const isReached = new Set(reached.map(pairOf));
  const parents = new Map(partOf(rows, "parentOf", parentRow).map((row) => [pairOf(row), row]));
  const isChild = new Set(partOf(rows, "childOf", childRow).map(pairOf));
  const issues = issuesIn(rows);
  const goals = [...reached, ...partOf(rows, "placed", goalRow)];
  return [...new Map(goals.map((row) => [pairOf(row), row]))].map(([place, row]) => ({
    ...goalIn(row),
    ...kinIn(parents.get(place)),
    parentIn: isChild.has(place),
    ...(issues.get(row.issue_id) ?? unknown),
    ...(isReached.has(place) ? {} : { issue: null }),
  }));
}

const unknown = { issue: null, knowsSubTasks: true, settleDays: null };

const goalIn = (row: z.output<typeof goalRow>) => ({
  goalId: row.goal_id,
  issueId: row.issue_id,
  stamp: row.stamp ?? 0,
  rule: row.rule,
  countSubTasks: row.count_sub_tasks,
});

const kinIn = (row: z.output<typeof parentRow> | undefined) => ({
  childIn: row?.child_in ?? false,
  subTaskIn: row?.sub_task_in ?? false,
});

const pairOf = (row: z.output<typeof childRow>) => `${row.goal_id} ${row.issue_id}`;

type KnownIssue = Pick<Placement, "knowsSubTasks" | "settleDays"> & { readonly issue: ReadIssue };

function issuesIn(rows: readonly UnionRow[]): ReadonlyMap<string, KnownIssue> {
  const children = new Map(
    partOf(rows, "children", childrenRow).map((row) => [row.parent_id, row]),
  );
  const facts = joinedParts(rows, ["known", "measured"], "issue_id").map((fact) =>
    z.parse(issueRow, fact),
  );
  return new Map(
    facts.map((fact) => {
      const below = children.get(fact.issue_id);
      const issue = readIssueOf(fact, below);
      const knowsSubTasks = (below?.sub_tasks ?? 0) >= issue.subTaskIds.length;
      return [fact.issue_id, { issue, knowsSubTasks, settleDays: fact.days }] as const;
    }),
  );
}

function valuesOf({ goalId, issueId, stamp, row }: PlacedRow, now: Date): readonly Value[] {
  const goal = idValue(goalId);
  if (row === null) return [goal, idValue(issueId), ...goneValues(now), stamp];
  return [goal, ...scopeValues(row), 0, stamp];
}
