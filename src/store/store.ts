import type { Store } from "../use-cases/store-ports";
import { accountStore } from "./accounts";
import { auditOf, writeAudit } from "./audit";
import { createDatabase } from "./database";
import { dayStore } from "./days";
import { rollStore } from "./goals-to-roll";
import { goalStore } from "./goals";
import { historyStore } from "./histories";
import { linkStore } from "./links";
import { monthStore } from "./months";
import { peopleStore } from "./people";
import { pointsLedger } from "./points";
import { projectStore } from "./projects";
import { roomStore } from "./room";
import { rollupStore } from "./rollups";
import { scopeStore } from "./scope";
import { readingStore } from "./readings";
import { searchStore } from "./searches";
import { readSettings, writeSettings } from "./settings";
import { stateStore } from "./states";
import { syncStore } from "./sync";
import { verifyStore } from "./verify";

/** The app's own data in Forge SQL. Every statement is idempotent and a transaction of its own. */
export function createStore(): Store {
  const database = createDatabase();
  return {
    migrate: database.migrate,
    settings: async () => (await readSettings(database)).settings,
    decidedSettings: {
      decided: () => readSettings(database),
      decide: (decided, at) => writeSettings(database, decided, at),
    },
    audit: (entry) => writeAudit(database, entry),
    auditOf: (goalId) => auditOf(database, goalId),
    accounts: accountStore(database),
    goals: goalStore(database),
    links: linkStore(database),
    readings: readingStore(database),
    scope: scopeStore(database),
    roll: rollStore(database),
    rollups: rollupStore(database),
    sync: syncStore(database),
    verify: verifyStore(database),
    states: stateStore(database),
    searches: searchStore(database),
    points: pointsLedger(database),
    room: roomStore(database),
    projects: projectStore(database),
    people: peopleStore(database),
    histories: historyStore(database),
    days: dayStore(database),
    months: monthStore(database),
  };
}
