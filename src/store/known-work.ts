import * as z from "zod/mini";
import type { KnownWork, PlaceableIssue } from "../use-cases/sync/verify-ports";
import { storedPairs } from "./closure";
import type { Database } from "./database";
import { id, instant } from "./decoders";
import { childrenRow, factRow, readIssueOf } from "./facts";
import { verifySql } from "./sql/verify-sql";
import type { ListStatement, Value } from "./statement";
import { StoreRefused } from "./store-refused";
import { idValue } from "./values";

/** Rows of an answer of 4 MiB: a fact takes about 320 bytes of it, a sum of children 150, a member 50. */
const mostRows = { facts: 11_000, children: 20_000, members: 60_000 };

/** All facts, members and goals, page by page of their keys. */
export async function knownWork(database: Database): Promise<KnownWork> {
  const children = new Map<string, z.output<typeof childrenRow>>();
  await everyPage(database, {
    statement: verifySql.children,
    most: mostRows.children,
    row: childrenRow,
    after: (last) => [idValue(last?.parent_id ?? "0")],
    take: (row) => children.set(row.parent_id, row),
  });
  const issues = new Map<string, PlaceableIssue>();
  await everyPage(database, {
    statement: verifySql.facts,
    most: mostRows.facts,
    row: placeableRow,
    after: (last) => [idValue(last?.issue_id ?? "0")],
    take: (row) => {
      const { item, secured } = readIssueOf({ ...row, ...unnamed }, children.get(row.issue_id));
      issues.set(item.id, { item, secured });
    },
  });
  const members = new Map<string, string[]>();
  await everyPage(database, {
    statement: verifySql.members,
    most: mostRows.members,
    row: memberRow,
    after: (last) => {
      const goal = idValue(last?.goal_id ?? "0");
      return [goal, goal, idValue(last?.issue_id ?? "0")];
    },
    take: (row) => {
      addTo(members, row.goal_id, row.issue_id);
    },
  });
  const counting = new Map<string, string[]>();
  for (const pair of await storedPairs(database)) addTo(counting, pair.ancestor, pair.descendant);
  return { issues, members, counting };
}

/** A fact without the names that no place depends on. */
const placeableRow = z.object({
  ...factRow.shape,
  issue_key: z.optional(z.string()),
  project_key: z.optional(z.string()),
  created_ms: z.optional(instant),
  updated_ms: z.optional(instant),
});
const never = new Date(0);
const unnamed = { issue_key: "", project_key: "", created_ms: never, updated_ms: never };

const memberRow = z.object({ goal_id: id, issue_id: id });

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

type Pages<T extends z.core.$ZodType> = {
  readonly statement: ListStatement;
  readonly most: number;
  readonly row: T;
  readonly after: (last: z.output<T> | undefined) => readonly Value[];
  readonly take: (row: z.output<T>) => void;
};

/** Where a page exceeds an answer, all pages from there on are half as long. */
async function everyPage<T extends z.core.$ZodType>(
  database: Database,
  { statement, most, row, after, take }: Pages<T>,
): Promise<void> {
  let last: z.output<T> | undefined;
  for (let limit = most; ;) {
    try {
      const page = await database.rows(statement(limit), after(last), row);
      page.forEach(take);
      if (page.length < limit) return;
      last = page.at(-1);
    } catch (error) {
      if (limit < 2 || !(error instanceof StoreRefused)) throw error;
      limit = Math.ceil(limit / 2);
    }
  }
}
