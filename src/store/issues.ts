import type * as z from "zod/mini";
import type { KeptIssueStore } from "../use-cases/sync/kept-issue-ports";
import type { ReadIssue } from "../use-cases/jira-ports";
import type { ScopeStore } from "../use-cases/store-ports";
import type { Database } from "./database";
import { childrenRow, factRow, factValues, readIssueOf } from "./facts";
import { keptIssueStore } from "./kept-issues";
import { issueSql } from "./sql/issue-sql";
import { chunksOf, idsPerStatement, rowsPerStatement } from "./statement";
import { flagValue, idValue, instantValue } from "./values";

type IssueStore = KeptIssueStore &
  Pick<ScopeStore, "putIssues" | "markGone" | "issuesById" | "setHasChildren" | "membersOf">;

/** Facts a page: about 500 bytes of JSON each, and an answer may have 4 MiB. */
const factsPerPage = 4000;
const childrenPerPage = 10_000;

/** What the app has read of Jira's issues. */
export function issueStore(database: Database): IssueStore {
  return {
    putIssues: async (issues, readAt) => {
      for (const chunk of chunksOf(issues, rowsPerStatement)) {
        const values = chunk.flatMap((issue) => factValues(issue, readAt));
        await database.write(issueSql.put(chunk.length), values);
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
    issuesById: async (issueIds) => {
      const found: ReadIssue[] = [];
      for (const ids of chunksOf([...new Set(issueIds)], idsPerStatement)) {
        const values = ids.map(idValue);
        const facts = await database.rows(issueSql.byIds(ids.length), values, factRow);
        const children = await database.rows(
          issueSql.childrenByIds(ids.length),
          values,
          childrenRow,
        );
        found.push(...joined(facts, children));
      }
      return found;
    },
    membersOf: async (goalId) => {
      const goal = idValue(goalId);
      const facts = await everyPage(factsPerPage, (limit, last: Fact | undefined) =>
        database.rows(issueSql.members(limit), [idValue(last?.issue_id ?? "0"), goal], factRow),
      );
      if (facts.length === 0) return [];
      const children = await everyPage(childrenPerPage, (limit, last: Children | undefined) => {
        const values = [idValue(last?.parent_id ?? "0"), goal];
        return database.rows(issueSql.childrenOfMembers(limit), values, childrenRow);
      });
      return joined(facts, children);
    },
  };
}

type Fact = z.output<typeof factRow>;
type Children = z.output<typeof childrenRow>;

function joined(facts: readonly Fact[], children: readonly Children[]): readonly ReadIssue[] {
  const byParent = new Map(children.map((each) => [each.parent_id, each]));
  return facts.map((fact) => readIssueOf(fact, byParent.get(fact.issue_id)));
}

/** Pages that each begin after the last row of the one before, until one is short. */
async function everyPage<T>(
  limit: number,
  read: (limit: number, last: T | undefined) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (;;) {
    const page = await read(limit, rows.at(-1));
    rows.push(...page);
    if (page.length < limit) return rows;
  }
}
