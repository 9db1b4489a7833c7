import * as z from "zod/mini";
import type { KeptIssueStore } from "../use-cases/sync/kept-issue-ports";
import type { Database } from "./database";
import { id, instant, int } from "./decoders";
import { issueSql } from "./sql/issue-sql";
import { chunksOf, idsPerStatement } from "./statement";
import { idValue, instantValue } from "./values";

/** Which issues are kept, and at which versions. */
export function keptIssueStore(database: Database): KeptIssueStore {
  return {
    versionsOf: async (issueIds) => {
      const versions = new Map<string, Date>();
      for (const ids of chunksOf([...new Set(issueIds)], idsPerStatement)) {
        const rows = await database.rows(
          issueSql.versions(ids.length),
          ids.map(idValue),
          z.object({ issue_id: id, updated_ms: instant }),
        );
        for (const row of rows) versions.set(row.issue_id, row.updated_ms);
      }
      return versions;
    },
    issueIdsAfter: async (after, limit) => {
      const page = z.object({ issue_id: id });
      const rows = await database.rows(issueSql.page(limit), [idValue(after)], page);
      return rows.map((row) => row.issue_id);
    },
    knownChildrenOf: async (issueIds) => {
      const children: string[] = [];
      for (const ids of chunksOf(issueIds, idsPerStatement)) {
        const page = z.object({ issue_id: id });
        const rows = await database.rows(issueSql.childIds(ids.length), ids.map(idValue), page);
        children.push(...rows.map((row) => row.issue_id));
      }
      return children;
    },
    issueCount: async () => {
      const [row] = await database.rows(issueSql.count, [], z.object({ n: int }));
      return row?.n ?? 0;
    },
    forgetGoneIssues: async (before) => {
      await database.write(issueSql.forgetGone, [instantValue(before)]);
    },
  };
}
