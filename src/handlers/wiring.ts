import { Queue } from "@forge/events";
import { createJira } from "../jira/app-jira";
import { createViewer } from "../jira/viewer";
import { createStore } from "../store/store";
import type { Ports, RefreshJob, ViewerPorts } from "../use-cases/ports";
import { newId } from "./new-id";

/** What may be spent on waiting for a busy Jira: a person waits at most 25 s for an answer, a job has 15 minutes. */
const patienceSeconds = { person: 6, job: 120 } as const;

/** The ports of one invocation. Nothing is kept between two: a warm process may serve another site next. */
export function createPorts(patience: number = patienceSeconds.job): Ports {
  const now = () => new Date();
  return {
    now,
    newId: () => newId(now()),
    jira: createJira(patience),
    store: createStore(),
    queue: { push: pushJob },
  };
}

/** The same for the person whom the platform names. */
export function createViewerPorts(accountId: string): ViewerPorts {
  const patience = patienceSeconds.person;
  return { ...createPorts(patience), viewer: createViewer(accountId, patience) };
}

/** One job of a site runs at a time: jobs write the same scopes. */
const oneAtATime = { key: "refresh", limit: 1 };

async function pushJob(job: RefreshJob, delaySeconds = 0): Promise<void> {
  const delay = delaySeconds > 0 ? { delayInSeconds: delaySeconds } : {};
  await new Queue<RefreshJob>({ key: "refresh" }).push({
    body: job,
    concurrency: oneAtATime,
    ...delay,
  });
}
