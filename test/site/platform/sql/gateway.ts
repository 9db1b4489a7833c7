import { z } from "zod/mini";
import { json, type Served, type ServiceRequest } from "../service";
import type { SqlEngine } from "./engine";
import { createExecutor, refusal, type Executed, type Executor } from "./executor";
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
): (request: ServiceRequest) => Promise<Served> {
  const execute = createExecutor(engine, rates);
  return async ({ target, body, method }) => {
    const endpoint = endpointOf(target);
    const { response, milliseconds, statement } =
      endpoint === undefined
        ? { response: json(404, {}), milliseconds: 0, statement: target }
        : await answered(execute, endpoint, body);
    return {
      response,
      service: "sql",
      as: "app",
      method: endpoint ?? method,
      path: statement,
      milliseconds,
    };
  };
}

async function answered(
  execute: Executor,
  endpoint: "execute" | "ddl",
  body: string,
): Promise<Executed & { readonly statement: string }> {
  const unread = (status: number, message: string) => ({
    statement: "",
    milliseconds: 0,
    response: refusal(status, "INVALID_SQL_QUERY", message),
  });
  if (Buffer.byteLength(body) > requestLimitBytes) return unread(413, "The request exceeds 1 MiB");
  const asked = requestShape.safeParse(parsedJson(body));
  if (!asked.success) return unread(400, "Parameters are text, numbers, booleans or null");
  const { query, params: parameters } = asked.data;
  const executed = await execute({ endpoint, query, parameters });
  return { ...executed, statement: query.replace(/\s+/g, " ").trim() };
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
