import type { Store } from "../use-cases/store-ports";
import { auditOf, writeAudit } from "./audit";
import { createDatabase } from "./database";
import { goalStore } from "./goals";
import { linkStore } from "./links";
import { peopleStore } from "./people";
import { projectStore } from "./projects";
import { rollupStore } from "./rollups";
import { scopeStore } from "./scope";
import { readSettings } from "./settings";
import { syncStore } from "./sync";

/** The app's own data in Forge SQL. Every statement is idempotent and a transaction of its own. */
export function createStore(): Store {
  const database = createDatabase();
  return {
    migrate: database.migrate,
    settings: () => readSettings(database),
    audit: (entry) => writeAudit(database, entry),
    auditOf: (goalId) => auditOf(database, goalId),
    goals: goalStore(database),
    links: linkStore(database),
    scope: scopeStore(database),
    rollups: rollupStore(database),
    sync: syncStore(database),
    projects: projectStore(database),
    people: peopleStore(database),
  };
}
