import * as z from "zod/mini";
import type { ChangedIssue } from "../use-cases/jira-ports";
import type { KeptIssueStore, Naming } from "../use-cases/sync/kept-issue-ports";
import type { Database } from "./database";
import { id, instant, int } from "./decoders";
import { issueSql } from "./sql/issue-sql";
import { chunksOf, idsPerStatement } from "./statement";
import { idValue, instantValue } from "./values";

/** About 80 bytes of JSON each, and an answer may have 4 MiB. */
const versionsPerPage = 20_000;

const naming = z.object({ issue_id: id, parent_id: id });
const version = z.object({ issue_id: id, parent_id: z.nullable(id), updated_ms: instant });
const versionOf = (row: z.output<typeof version>): ChangedIssue => ({
  id: row.issue_id,
  parentId: row.parent_id,
  updatedAt: row.updated_ms,
});

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
    namersOf: async (issueIds) => {
      const named: Naming[] = [];
      for (const ids of chunksOf(issueIds, idsPerStatement)) {
        const rows = await database.rows(issueSql.namedBy(ids.length), ids.map(idValue), naming);
        named.push(...rows.map((row) => ({ issueId: row.issue_id, parentId: row.parent_id })));
      }
      return named;
    },
    readLateEnough: async (since, milliseconds) => {
      const kept: ChangedIssue[] = [];
      for (;;) {
        const values = [idValue(kept.at(-1)?.id ?? "0"), instantValue(since), milliseconds];
        const rows = await database.rows(issueSql.readLateEnough(versionsPerPage), values, version);
        kept.push(...rows.map(versionOf));
        if (rows.length < versionsPerPage) return kept;
      }
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
      await database.write(issueSql.forgetNames, []);
    },
  };
}
