import * as z from "zod/mini";
import type { KeptIssueStore } from "../use-cases/sync/kept-issue-ports";
import type { ReadIssue } from "../use-cases/jira-ports";
import type { ScopeStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { id } from "./decoders";
import { childrenRow, factRow, factValues, readIssueOf } from "./facts";
import { keptIssueStore } from "./kept-issues";
import { issueSql } from "./sql/issue-sql";
import { chunksOf, idsPerStatement, writesOf } from "./statement";
import { flagValue, idValue, instantValue } from "./values";

type IssueStore = KeptIssueStore &
  Pick<ScopeStore, "putIssues" | "markGone" | "issuesById" | "setHasChildren" | "membersOf">;

/** Facts a page: about 500 bytes of JSON each, and an answer may have 4 MiB; MariaDB holds 3 MiB for their ids. */
const factsPerPage = 4000;
const idsPerPage = 20_000;

/** What the app has read of Jira's issues. */
export function issueStore(database: Database): IssueStore {
  return {
    putIssues: async (issues, readAt, named) => {
      await nameSubTasks(database, issues, named);
      for (const part of writesOf(issues.map((issue) => factValues(issue, readAt)))) {
        await database.write(issueSql.put(part.length), part.flat());
      }
    },
    markGone: async (issueIds, readAt) => {
      const at = instantValue(readAt);
      for (const ids of chunksOf(issueIds, idsPerStatement)) {
        await database.write(issueSql.markGone(ids.length), [at, at, ...ids.map(idValue)]);
      }
    },
    setHasChildren: async (issueIds, hasChildren) => {
      for (const ids of chunksOf(issueIds, idsPerStatement)) {
        const values = [flagValue(hasChildren), ...ids.map(idValue)];
        await database.write(issueSql.setHasChildren(ids.length), values);
      }
    },
    ...keptIssueStore(database),
    issuesById: (issueIds) => issuesOf(database, [...new Set(issueIds)]),
    membersOf: async (goalId) => issuesOf(database, await memberIdsOf(database, goalId)),
  };
}

/** Before the facts are written: what a fact names is found by its name. */
async function nameSubTasks(
  database: Database,
  issues: readonly ReadIssue[],
  named: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<void> {
  const rows = issues.flatMap(({ item: { id: parentId }, subTaskIds }) => {
    const known = new Set(named.get(parentId));
    const fresh = subTaskIds.filter((each) => !known.has(each));
    return fresh.map((each) => [idValue(each), idValue(parentId)]);
  });
  for (const part of writesOf(rows)) {
    await database.write(issueSql.name(part.length), part.flat());
  }
}

async function issuesOf(
  database: Database,
  issueIds: readonly string[],
): Promise<readonly ReadIssue[]> {
  const found: ReadIssue[] = [];
  for (const ids of chunksOf(issueIds, factsPerPage)) {
    const values = ids.map(idValue);
    const facts = await database.rows(issueSql.byIds(ids.length), values, factRow);
    const children = await database.rows(issueSql.childrenByIds(ids.length), values, childrenRow);
    found.push(...joined(facts, children));
  }
  return found;
}

async function memberIdsOf(database: Database, goalId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  const page = z.object({ issue_id: id });
  for (;;) {
    const values = [idValue(goalId), idValue(ids.at(-1) ?? "0")];
    const rows = await database.rows(issueSql.memberIds(idsPerPage), values, page);
    ids.push(...rows.map((row) => row.issue_id));
    if (rows.length < idsPerPage) return ids;
  }
}

type Fact = z.output<typeof factRow>;
type Children = z.output<typeof childrenRow>;

function joined(facts: readonly Fact[], children: readonly Children[]): readonly ReadIssue[] {
  const byParent = new Map(children.map((each) => [each.parent_id, each]));
  return facts.map((fact) => readIssueOf(fact, byParent.get(fact.issue_id)));
}
