import { sql } from "@forge/sql";
import * as z from "zod/mini";
import { codeOf, isMissingTable, isPassing } from "./refusals";
import { migrate } from "./migrations";
import type { Statement, Value } from "./statement";
import { StoreRefused } from "./store-refused";

/** The store's way to Forge SQL: one statement at a time, each a transaction of its own. */
export type Database = {
  readonly rows: <T extends z.core.$ZodType>(
    statement: Statement,
    values: readonly Value[],
    row: T,
  ) => Promise<readonly z.output<T>[]>;
  /** Whether the statement changed anything; engines count differently beyond that. */
  readonly write: (statement: Statement, values: readonly Value[]) => Promise<boolean>;
  readonly migrate: () => Promise<void>;
};

const pausesMilliseconds = [50, 150, 400] as const;
const packet = z.object({ affectedRows: z.number() });

/**
 * Tables are made when a statement misses one, so that a read of a migrated store costs no statement more. Nothing is
 * remembered of it: a process that stays warm may serve another installation next.
 * Refusals that pass by themselves (rate, deadlock, a slow read) are retried a few times.
 */
export function createDatabase(): Database {
  let migrating: Promise<void> | null = null;
  const migrateOnce = () =>
    (migrating ??= migrate().finally(() => {
      migrating = null;
    }));

  const attempt = async (statement: Statement, values: readonly Value[]): Promise<unknown> => {
    try {
      return await perform(statement, values);
    } catch (error) {
      if (!isMissingTable(error)) throw error;
      await migrateOnce();
      return perform(statement, values);
    }
  };

  const run = async (statement: Statement, values: readonly Value[]): Promise<unknown> => {
    for (const pause of pausesMilliseconds) {
      try {
        return await attempt(statement, values);
      } catch (error) {
        if (!isPassing(error, isRead(statement))) throw refused(statement, error);
        await wait(pause * (1 + Math.random()));
      }
    }
    try {
      return await attempt(statement, values);
    } catch (error) {
      throw refused(statement, error);
    }
  };

  return {
    rows: async (statement, values, row) => {
      const read = z.array(row).safeParse(await run(statement, values));
      if (!read.success) throw new StoreRefused(statement.name, "UNREADABLE_ROW", read.error);
      return read.data;
    },
    write: async (statement, values) => {
      const read = packet.safeParse(await run(statement, values));
      if (!read.success) throw new StoreRefused(statement.name, "UNREADABLE_RESULT", read.error);
      return read.data.affectedRows > 0;
    },
    migrate: migrateOnce,
  };
}

async function perform({ sql: text }: Statement, values: readonly Value[]): Promise<unknown> {
  const { rows } = await sql
    .prepare(text)
    .bindParams(...values)
    .execute();
  return rows;
}

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const isRead = ({ sql: text }: Statement) => /^\s*(?:SELECT|WITH)\b/.test(text);

const refused = ({ name }: Statement, error: unknown) =>
  error instanceof StoreRefused ? error : new StoreRefused(name, codeOf(error), error);
