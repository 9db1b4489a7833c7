import * as z from "zod/mini";
import type { Database } from "./database";
import { int } from "./decoders";
import { asRolledParts, rollSql } from "./sql/roll-sql";
import { unionRow, type UnionRow } from "./union";
import { idValue, instantOrNull } from "./values";

/** Issues of a statement. A leaf with a security level has a row of its own, of about 125 bytes of an answer's 4 MiB. */
const issuesOfPart = 16_000;

/**
 * What statements would tell of the scope of one goal if their answer had room for it, by ranges of its issues; settled
 * as of an instant, or of the goal's number. The parts are not of one instant: whoever uses them knows the goal's sequence
 * from before.
 */
export type ScopeInParts = (goalId: string, at: Date | null) => Promise<readonly UnionRow[]>;

export const scopeInParts =
  (database: Database, most = issuesOfPart): ScopeInParts =>
  async (goalId, at) => {
    const goal = idValue(goalId);
    const rows: UnionRow[] = [];
    for (let from = 0; from < lastIssue;) {
      const [further] = await database.rows(rollSql.further(most), [goal, from], furtherRow);
      const to = further?.issue_id ?? lastIssue;
      const values = [instantOrNull(at), goal, from, to];
      const part = await database.rows(rollSql.part, [...values, ...values], partRow);
      for (const row of part) rows.push(row);
      from = to;
    }
    return rows;
  };

const lastIssue = Number.MAX_SAFE_INTEGER;
const furtherRow = z.object({ issue_id: int });
const partRow = unionRow(asRolledParts);
