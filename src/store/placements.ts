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
  reached: flag,
  rule: z.enum(["count", "points", "time"]),
  count_sub_tasks: flag,
  stamp: z.nullable(int),
});
const parentRow = z.object({ ...pair, child_in: flag, sub_task_in: flag });
const pairRow = z.object(pair);
const issueRow = z.object({ ...factRow.shape, days: z.nullable(int) });

/** As many as a round concerns: in five goals each they make an answer of 2 MiB, for which MariaDB holds 11 MiB. */
const mostPlaced = 1200;

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
  const parents = new Map(partOf(rows, "parentOf", parentRow).map((row) => [pairOf(row), row]));
  const above = new Set(partOf(rows, "above", pairRow).map(pairOf));
  const issues = issuesIn(rows);
  return partOf(rows, "goal", goalRow).map((row) => {
    const { goal_id, issue_id } = row;
    const known = issues.get(issue_id) ?? unknown;
    const parentId = known.issue?.item.parentId ?? issue_id;
    return {
      ...goalIn(row),
      ...kinIn(parents.get(pairOf(row))),
      parentIn: parentId !== issue_id && above.has(pairOf({ goal_id, issue_id: parentId })),
      ...known,
      ...(row.reached ? {} : { issue: null }),
    };
  });
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

const pairOf = (row: z.output<typeof pairRow>) => `${row.goal_id} ${row.issue_id}`;

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
