import { Queue } from "@forge/events";
import { createJira } from "../jira/app-jira";
import { createJiraPast } from "../jira/past";
import { createPointsMeter } from "../jira/points-meter";
import { createViewer } from "../jira/viewer";
import { createStore } from "../store/store";
import type { Ports, RefreshJob, ViewerPorts } from "../use-cases/ports";
import { newId } from "./new-id";

/** What may be spent on waiting for a busy Jira: a person waits at most 25 s for an answer, a job has 15 minutes. */
const patienceSeconds = { person: 6, job: 120 } as const;

/** The ports of one invocation. Nothing is kept between two: a warm process may serve another site next. */
export function createPorts(): Ports {
  return portsFor("background", patienceSeconds.job).ports;
}

/** The same for the person whom the platform names. */
export function createViewerPorts(accountId: string): ViewerPorts {
  const patience = patienceSeconds.person;
  const { ports, gate } = portsFor("people", patience);
  return { ...ports, viewer: createViewer(accountId, patience, gate) };
}

function portsFor(by: "background" | "people", patience: number) {
  const now = () => new Date();
  const store = createStore();
  const gate = createPointsMeter({
    ledger: store.points,
    by,
    now,
    settings: store.settings,
  });
  const ports: Ports = {
    now,
    newId: () => newId(now()),
    jira: createJira(patience, gate),
    jiraPast: createJiraPast(patience, now, gate),
    store,
    points: gate,
    queue: { push: pushJob },
  };
  return { ports, gate };
}

/**
 * Jobs that make numbers run one after the other, so that they do not read the same twice; the past has a queue of its
 * own kind, so that no number waits for it.
 */
const concurrencyOf = ({ kind }: RefreshJob) => ({
  key: kind === "take-in-past" ? "past" : "refresh",
  limit: 1,
});

async function pushJob(job: RefreshJob, delaySeconds = 0): Promise<void> {
  const delay = delaySeconds > 0 ? { delayInSeconds: delaySeconds } : {};
  await new Queue<RefreshJob>({ key: "refresh" }).push({
    body: job,
    concurrency: concurrencyOf(job),
    ...delay,
  });
}
