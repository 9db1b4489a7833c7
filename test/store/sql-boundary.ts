import { createInvocations } from "../site/platform/invocation";
import { json, type ServiceResponse } from "../site/platform/service";
import { createSqlGateway } from "../site/platform/sql/gateway";
import { openSql, type SqlEngineName } from "../site/platform/sql/open-sql";

/** Forge SQL under the real @forge/sql: the platform's boundary answered by the site's gateway. */
export type SqlBoundary = {
  /** Sends a statement past the store. */
  readonly ask: (
    query: string,
    params: readonly unknown[],
  ) => Promise<{ readonly status: number; readonly body: string }>;
  /** Statements that reached the gateway, in order. */
  readonly statements: () => readonly string[];
  readonly forgetStatements: () => void;
  /** The next request is answered so, without reaching the engine. */
  readonly refuseNext: (status: number, body: unknown) => void;
  /** Size of the largest answer so far in bytes. */
  readonly largestAnswer: () => number;
  readonly stop: () => Promise<void>;
};

type ForgeFetch = (
  target: { readonly type: string },
  path: string,
  init: { readonly method: string; readonly body: string },
) => Promise<Response>;

export async function openSqlBoundary(engineName: SqlEngineName): Promise<SqlBoundary> {
  const engine = await openSql(engineName);
  const gateway = createSqlGateway(engine);
  const { invocation } = createInvocations().open({
    kind: "resolver",
    functionKey: "resolver",
    moduleKey: "test",
    moduleType: "jira:globalPage",
    accountId: "ann",
  });
  let statements: readonly string[] = [];
  let refusals: readonly ServiceResponse[] = [];
  let largest = 0;

  const forgeFetch: ForgeFetch = async (target, path, init) => {
    if (target.type !== "sql") throw new Error(`not Forge SQL: ${target.type}`);
    const [refusal, ...rest] = refusals;
    refusals = rest;
    if (refusal !== undefined) return new Response(refusal.body, { status: refusal.status });
    const served = await gateway({
      invocation,
      method: init.method,
      target: path,
      headers: {},
      body: init.body,
    });
    statements = [...statements, served.path ?? ""];
    largest = Math.max(largest, Buffer.byteLength(served.response.body));
    return new Response(served.response.body, { status: served.response.status });
  };

  Reflect.set(globalThis, "__forge_fetch__", forgeFetch);

  return {
    ask: async (query, params) => {
      const body = JSON.stringify({ query, params, method: "all" });
      const init = { method: "POST", body };
      const response = await forgeFetch({ type: "sql" }, "/api/v1/execute", init);
      return { status: response.status, body: await response.text() };
    },
    statements: () => statements,
    forgetStatements: () => {
      statements = [];
    },
    refuseNext: (status, body) => {
      refusals = [...refusals, json(status, body)];
    },
    largestAnswer: () => largest,
    stop: () => engine.stop(),
  };
}
