import { migrationRunner } from "@forge/sql";
import { goalTables } from "./tables/goal-tables";
import { historyTables } from "./tables/history-tables";
import { issueTables } from "./tables/issue-tables";
import { siteTables } from "./tables/site-tables";
import { StoreRefused } from "./store-refused";

/** Every table of the store by the name of the migration that makes it, oldest first. A name is never used twice. */
export const migrations: Readonly<Record<string, string>> = {
  ...goalTables,
  ...issueTables,
  ...siteTables,
  ...historyTables,
};

/** Makes what is missing. Forge allows 25 definitions a minute; the runner itself needs two. */
export async function migrate(): Promise<void> {
  for (const [name, definition] of Object.entries(migrations)) {
    migrationRunner.enqueue(name, definition);
  }
  try {
    await migrationRunner.run();
  } catch (error) {
    throw new StoreRefused("migrate", "MIGRATION_FAILED", error);
  }
}
