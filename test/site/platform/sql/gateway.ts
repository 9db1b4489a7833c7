import { z } from "zod/mini";
import { createFaults, type Faults } from "../../faults/faults";
import { sqlStruck } from "../../faults/sql-faults";
import { json, type Served, type ServiceRequest, type ServiceResponse } from "../service";
import type { SqlEngine } from "./engine";
import { createExecutor, refusal, type AskedStatement } from "./executor";
import { unlimited, type Rates } from "./rates";

const requestShape = z.object({
  query: z.string(),
  params: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const requestLimitBytes = 1 << 20;

/** Forge SQL's HTTP interface over an engine. */
export function createSqlGateway(
  engine: SqlEngine,
  rates: Rates = unlimited,
  faults: Faults = createFaults(),
): (request: ServiceRequest) => Promise<Served> {
  const execute = createExecutor(engine, rates);
  return ({ target, body, method, invocation: { functionKey } }) => {
    const endpoint = endpointOf(target);
    const about = { service: "sql", as: "app", milliseconds: 0, path: target } as const;
    if (endpoint === undefined) {
      return Promise.resolve({ ...about, method, response: json(404, {}) });
    }
    const asked = askedStatement(endpoint, body);
    if ("status" in asked) {
      return Promise.resolve({ ...about, method: endpoint, path: "", response: asked });
    }
    const path = asked.query.replace(/\s+/g, " ").trim();
    const named = { ...about, method: endpoint, path };
    const occasion = { names: [path], as: "app", functionKey };
    return sqlStruck(faults, occasion, {
      about: named,
      ask: async () => ({ ...named, ...(await execute(asked)) }),
    });
  };
}

/** The statement of a request, or why there is none. */
function askedStatement(
  endpoint: AskedStatement["endpoint"],
  body: string,
): AskedStatement | ServiceResponse {
  const unread = (status: number, message: string) => refusal(status, "INVALID_SQL_QUERY", message);
  if (Buffer.byteLength(body) > requestLimitBytes) return unread(413, "The request exceeds 1 MiB");
  const asked = requestShape.safeParse(parsedJson(body));
  if (!asked.success) return unread(400, "Parameters are text, numbers, booleans or null");
  const { query, params: parameters } = asked.data;
  return { endpoint, query, parameters };
}

function endpointOf(target: string): "execute" | "ddl" | undefined {
  if (target === "/api/v1/execute") return "execute";
  return target === "/api/v1/execute/ddl" ? "ddl" : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
