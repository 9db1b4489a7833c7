import { createJira } from "../../src/jira/app-jira";
import { createJiraPast } from "../../src/jira/past";
import { createPointsMeter } from "../../src/jira/points-meter";
import { createViewer } from "../../src/jira/viewer";
import { createStore } from "../../src/store/store";
import { productEvent } from "../../src/handlers/issue-event";
import { noteChanges } from "../../src/use-cases/note-changes";
import type { Ports, RefreshJob, ViewerPorts } from "../../src/use-cases/ports";
import { readGoal } from "../../src/use-cases/read-goal";
import { refreshDay } from "../../src/use-cases/refresh-day";
import { rollDirtyGoals } from "../../src/use-cases/roll-goals";
import type { IssueMark } from "../../src/use-cases/sync/sync-ports";
import { takeInPast } from "../../src/use-cases/sync/take-in-past";
import { verifyNight } from "../../src/use-cases/sync/verify-night";
import { takeInChanges } from "../../src/use-cases/take-in-changes";
import type { SiteData } from "../site/assembly/site-data";
import { createClock, type Clock } from "../site/clock";
import { createJira as createLocalJira, type LocalJira } from "../site/jira/create-jira";
import { loadConformance } from "../site/jira/openapi/conformance";
import { openSqlBoundary, type SqlBoundary } from "../store/sql-boundary";
import { answerJira, type JiraBoundary } from "./jira-boundary";

/** The app's use cases in this process, over the real @forge packages: Forge SQL and Jira are the site's own. */
export type InProcess = {
  readonly as: (accountId: string) => ViewerPorts;
  readonly ports: Ports;
  readonly jira: LocalJira;
  readonly boundary: JiraBoundary;
  readonly sql: SqlBoundary;
  readonly clock: Clock;
  /** Takes in what happened in Jira and does what the queue was asked for; the past has a queue of its own. */
  readonly settle: () => Promise<void>;
  readonly settlePast: () => Promise<void>;
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
  let events: readonly IssueMark[] = [];
  jira.onEvent(({ body }) => {
    if (body["issue"] === undefined) return;
    events = [...events, ...productEvent.parse(body).marks];
  });
  let ids = 0;
  const now = () => new Date(clock.now());
  const store = createStore();
  const meter = { ledger: store.points, now, settings: store.settings };
  const points = createPointsMeter({ ...meter, by: "background" });
  const people = createPointsMeter({ ...meter, by: "people" });
  const ports: Ports = {
    now,
    newId: () => String((ids += 1)),
    jira: createJira(patienceSeconds, points),
    jiraPast: createJiraPast(patienceSeconds, now, points),
    store,
    points,
    queue: {
      push: (job) => {
        jobs = [...jobs, job];
        return Promise.resolve();
      },
    },
  };
  const work = async (isDue: (job: RefreshJob) => boolean) => {
    for (;;) {
      const job = jobs.find(isDue);
      if (job === undefined) return;
      jobs = jobs.filter((each) => each !== job);
      await perform(ports, job).finally(points.flush);
    }
  };
  const settle = async () => {
    const happened = events;
    events = [];
    if (happened.length > 0) await noteChanges(ports, happened);
    await work(({ kind }) => kind !== "take-in-past");
  };
  return {
    ports,
    as: (accountId) => {
      boundary.signIn(accountId);
      const viewer = createViewer(accountId, patienceSeconds, people);
      return { ...ports, jira: createJira(patienceSeconds, people), points: people, viewer };
    },
    jira,
    boundary,
    sql,
    clock,
    settle,
    settlePast: () => work(({ kind }) => kind === "take-in-past"),
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
    case "take-in-past":
      return takeInPast(ports, job);
    case "refresh-day":
      return refreshDay(ports);
    case "verify":
      return verifyNight(ports);
  }
}
