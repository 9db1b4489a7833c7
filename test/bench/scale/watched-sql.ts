import { createInvocations } from "../../site/platform/invocation";
import type { SqlEngine } from "../../site/platform/sql/engine";
import { createSqlGateway } from "../../site/platform/sql/gateway";
import { openSql, type SqlEngineName } from "../../site/platform/sql/open-sql";
import type { ServiceRequest } from "../../site/platform/service";
import { statementName } from "./statement-names";
import { watchEngine, type EngineWork } from "./watched-engine";

/** What one statement took. */
export type Taken = EngineWork & { readonly name: string; readonly answerBytes: number };

/** Forge SQL over an engine of this machine, each statement watched. They run one by one, so that each is told apart. */
export type WatchedSql = {
  /** Past the watch. */
  readonly engine: SqlEngine;
  readonly serve: (
    request: Pick<ServiceRequest, "target" | "method" | "body">,
  ) => Promise<Response>;
  /** Statements since the last call. */
  readonly taken: () => readonly Taken[];
  readonly stop: () => Promise<void>;
};

export async function openWatchedSql(name: SqlEngineName): Promise<WatchedSql> {
  const engine = await openSql(name);
  const watch = watchEngine(engine);
  const gateway = createSqlGateway(watch.engine);
  const { invocation } = createInvocations().open({
    kind: "resolver",
    functionKey: "resolver",
    moduleKey: "bench",
    moduleType: "jira:globalPage",
    accountId: "ann",
  });
  let taken: Taken[] = [];
  let before: Promise<unknown> = Promise.resolve();

  const serveNext: WatchedSql["serve"] = async (request) => {
    const { response, path } = await gateway({ ...request, invocation, headers: {} });
    const answerBytes = Buffer.byteLength(response.body);
    taken.push({ ...watch.lastWork(), name: statementName(path ?? ""), answerBytes });
    return new Response(response.body, { status: response.status });
  };
  return {
    engine,
    serve: (request) => {
      const served = before.then(() => serveNext(request));
      before = served.catch(() => undefined);
      return served;
    },
    taken: () => {
      const all = taken;
      taken = [];
      return all;
    },
    stop: () => engine.stop(),
  };
}
