import type { LocalJira } from "../../site/jira/create-jira";
import type { Random } from "../../site/company/random";
import type { Faults } from "../../site/faults/faults";
import { createJiraService } from "../../site/platform/jira-service";
import { answerReport } from "../../site/platform/personal-data";
import type { Queue } from "../../site/platform/queue";
import { createQueueService } from "../../site/platform/queue-service";
import { notModelled, type Served, type ServiceRequest } from "../../site/platform/service";
import { createSqlGateway } from "../../site/platform/sql/gateway";
import type { SqlEngine } from "../../site/platform/sql/engine";
import type { Agenda } from "./agenda";
import { currentRun, type Run } from "./invocations";

type Target = {
  readonly type?: string;
  readonly remote?: string;
  readonly provider?: "app" | "user" | "none";
};
type Init = { readonly method?: string; readonly headers?: HeadersInit; readonly body?: string };
export type ForgeFetch = (target: Target, path: string, init?: Init) => Promise<Response>;

export type BoundaryParts = {
  readonly agenda: Agenda;
  readonly chance: Random;
  readonly jira: LocalJira;
  readonly sql: SqlEngine;
  readonly queue: Queue;
  readonly faults: Faults;
  /** Called with every call that took effect. */
  readonly onServed: (run: Run, served: Served) => void;
};

/** Function key of those who only look: their calls take no time and meet no fault. */
export const observer = "observer";

/** Milliseconds that a call takes before it has its effect. */
const fastest = 2;
const slowest = 120;

/** What the app's packages ask the platform: every call waits for its turn on the agenda, and a dead process's never comes. */
export function createBoundary(parts: BoundaryParts): ForgeFetch {
  const { agenda, chance, onServed } = parts;
  const serve = servicesOf(parts);

  return (target, path, init = {}) => {
    const run = currentRun();
    if (run === undefined) throw new Error("the app calls outside of an invocation");
    return new Promise((resolve, reject) => {
      const isWatching = run.invocation.functionKey === observer;
      agenda.after(isWatching ? 0 : chance.between(fastest, slowest), async () => {
        if (run.dead) return;
        const served = await serve(run, target, path, init);
        run.calls += 1;
        onServed(run, served);
        if (run.calls === run.killAfter) run.die("FUNCTION_PLATFORM_UNKNOWN_ERROR");
        else if (served.cut === true) reject(new TypeError("fetch failed"));
        else resolve(responseOf(served));
      });
    });
  };
}

function responseOf({ response: { status, headers, body } }: Served): Response {
  return new Response(status === 204 ? null : body, { status, headers });
}

function servicesOf({ agenda, jira, sql, queue, faults }: BoundaryParts) {
  const pace = agenda.now;
  const askJira = createJiraService({
    jira,
    allows: () => true,
    limits: undefined,
    faults,
    now: pace,
    pace,
  });
  const askSql = createSqlGateway(sql, undefined, faults);
  const askQueue = createQueueService({ queue, faults, limits: { refused: () => undefined } });

  return (run: Run, target: Target, path: string, init: Init): Promise<Served> => {
    const request: ServiceRequest = {
      invocation: run.invocation,
      method: init.method ?? "GET",
      target: path,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: init.body ?? "",
    };
    if (target.remote === "jira") return askJira(target.provider ?? "none", request);
    if (target.type === "sql") return askSql(request);
    if (path.startsWith("/webhook/queue/")) return askQueue(request);
    if (path.includes("report-accounts")) return Promise.resolve(answerReport(request, true));
    return Promise.resolve(notModelled(`${JSON.stringify(target)} ${path}`));
  };
}
