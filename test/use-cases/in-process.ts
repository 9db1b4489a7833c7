import { createJira } from "../../src/jira/app-jira";
import { createViewer } from "../../src/jira/viewer";
import { createStore } from "../../src/store/store";
import { noteChanges } from "../../src/use-cases/note-changes";
import type { Ports, RefreshJob, ViewerPorts } from "../../src/use-cases/ports";
import { readGoal } from "../../src/use-cases/read-goal";
import { rollDirtyGoals } from "../../src/use-cases/roll-goals";
import { takeInChanges } from "../../src/use-cases/take-in-changes";
import type { SiteData } from "../site/assembly/site-data";
import { createClock, type Clock } from "../site/clock";
import { createJira as createLocalJira, type LocalJira } from "../site/jira/create-jira";
import { loadConformance } from "../site/jira/openapi/conformance";
import { openSqlBoundary } from "../store/sql-boundary";
import { answerJira, type JiraBoundary } from "./jira-boundary";

/** The app's use cases in this process, over the real @forge packages: Forge SQL and Jira are the site's own. */
export type InProcess = {
  readonly as: (accountId: string) => ViewerPorts;
  readonly ports: Ports;
  readonly jira: LocalJira;
  readonly boundary: JiraBoundary;
  readonly clock: Clock;
  /** Takes in what happened in Jira and does what the queue was asked for. */
  readonly settle: () => Promise<void>;
  /** Forgets what happened in Jira so far, as if its events were lost. */
  readonly loseEvents: () => void;
  readonly jobs: () => readonly RefreshJob[];
  readonly stop: () => Promise<void>;
};

const patienceSeconds = 0.2;
const conformance = loadConformance();

export async function openInProcess(data: SiteData): Promise<InProcess> {
  const { exports, users, securityLevelOf } = data;
  const clock = createClock(data.now, 0);
  const security = securityLevelOf === undefined ? {} : { securityLevelOf };
  const jira = createLocalJira({ clock, exports, users, conformance, ...security });
  const sql = await openSqlBoundary("sqlite");
  const boundary = answerJira(jira);
  let jobs: readonly RefreshJob[] = [];
  let events: readonly string[] = [];
  jira.onEvent(({ body }) => {
    const issue = body["issue"];
    if (typeof issue !== "object" || issue === null || !("id" in issue)) return;
    events = [...events, String(issue.id)];
  });
  let ids = 0;
  const ports: Ports = {
    now: () => new Date(clock.now()),
    newId: () => String((ids += 1)),
    jira: createJira(patienceSeconds),
    store: createStore(),
    queue: {
      push: (job) => {
        jobs = [...jobs, job];
        return Promise.resolve();
      },
    },
  };
  const settle = async () => {
    const happened = events;
    events = [];
    if (happened.length > 0) await noteChanges(ports, happened);
    while (jobs.length > 0) {
      const [job, ...rest] = jobs;
      jobs = rest;
      if (job !== undefined) await perform(ports, job);
    }
  };
  return {
    ports,
    as: (accountId) => {
      boundary.signIn(accountId);
      return { ...ports, viewer: createViewer(accountId, patienceSeconds) };
    },
    jira,
    boundary,
    clock,
    settle,
    loseEvents: () => {
      events = [];
    },
    jobs: () => jobs,
    stop: async () => {
      boundary.close();
      jira.stop();
      clock.stop();
      await sql.stop();
    },
  };
}

function perform(ports: Ports, job: RefreshJob): Promise<void> {
  switch (job.kind) {
    case "read-goal":
      return readGoal(ports, job);
    case "take-in-changes":
      return takeInChanges(ports);
    case "roll-dirty-goals":
      return rollDirtyGoals(ports);
  }
}
