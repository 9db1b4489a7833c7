import * as z from "zod/mini";
import type { RoomStore } from "../use-cases/sync/room-ports";
import type { Database } from "./database";
import { int } from "./decoders";
import { roomSql } from "./sql/room-sql";
import { instantValue } from "./values";

/**
 * Bytes of a row with its indexes, beside the text counted by itself. Facts, scope, members, days and months as measured
 * on InnoDB; how the platform meters its own engine is not published.
 */
export const rowBytes = {
  fact: 147,
  scope: 107,
  member: 105,
  past: 80,
  "past-member": 40,
  day: 42,
  month: 80,
  audit: 120,
} as const;

const tableRow = z.object({
  kind: z.enum(["fact", "scope", "member", "past", "past-member", "day", "month", "audit"]),
  n: int,
  text_bytes: int,
});

/** How full the store is, and what in it nobody needs any more. */
export function roomStore(database: Database): RoomStore {
  return {
    estimatedBytes: async () => {
      const tables = await database.rows(roomSql.tables, [], tableRow);
      return tables.reduce(
        (sum, { kind, n, text_bytes }) => sum + n * rowBytes[kind] + text_bytes,
        0,
      );
    },
    clearBefore: async ({ answers, checks, points }) => {
      await database.write(roomSql.oldAnswers, [instantValue(answers)]);
      await database.write(roomSql.oldChecks, [instantValue(checks)]);
      await database.write(roomSql.oldPoints, [instantValue(points)]);
    },
  };
}
