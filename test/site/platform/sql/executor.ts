import { queryTimedOut, sqlRateLimited } from "../../faults/sql-faults";
import { json, type ServiceResponse } from "../service";
import { EngineRefused, type EngineResult, type SqlEngine, type SqlValue } from "./engine";
import { judged, type Judgement, type Refusal } from "./policy";
import type { Rates } from "./rates";

/** One statement as it arrives at Forge SQL. */
export type AskedStatement = {
  readonly endpoint: "execute" | "ddl";
  readonly query: string;
  readonly parameters: readonly SqlValue[];
};

/** The answer, and the time the engine worked for it. */
export type Executed = {
  readonly response: ServiceResponse;
  readonly milliseconds: number;
  /** The limit that was hit. */
  readonly fault?: string;
};
export type Executor = (statement: AskedStatement) => Promise<Executed>;

const responseLimitBytes = 4 << 20;
/** Forge SQL's limits: 5 s for a SELECT, 10 s for a write, 20 s for a definition. */
const limitSeconds = { read: 5, write: 10, definition: 20 } as const;
const judgementsKept = 1000;

/** Judges a statement, counts it, runs it, and says what came of it in Forge SQL's words. */
export function createExecutor(engine: SqlEngine, rates: Rates): Executor {
  const judgements = new Map<string, Judgement | Refusal>();
  const judgementOf = ({ query, endpoint }: AskedStatement) => {
    const name = `${endpoint} ${query}`;
    const known = judgements.get(name) ?? judged(query, endpoint);
    if (judgements.size > judgementsKept) judgements.clear();
    judgements.set(name, known);
    return known;
  };

  const attempted = async (statement: AskedStatement): Promise<Executed> => {
    const judgement = judgementOf(statement);
    if ("code" in judgement) return unrun(refusal(400, judgement.code, judgement.message));
    requireCount(judgement.placeholders, statement.parameters.length);
    if (!rates.admit(judgement.kind)) {
      return { ...unrun(sqlRateLimited), fault: "rate-limit" };
    }
    const before = performance.now();
    const { kind } = judgement;
    const limits = { kind, seconds: limitSeconds[kind] };
    const result = await engine.run(statement.query, statement.parameters, limits);
    const milliseconds = performance.now() - before;
    rates.spend(milliseconds);
    const late = milliseconds > limits.seconds * 1000;
    return { response: late ? queryTimedOut : success(result), milliseconds };
  };

  return async (statement) => {
    try {
      return await attempted(statement);
    } catch (error) {
      if (error instanceof EngineRefused) return unrun(engineRefusal(error));
      if (error instanceof SyntaxError) {
        return unrun(refusal(400, "INVALID_SQL_QUERY", error.message));
      }
      throw error;
    }
  };
}

/** An error of Forge SQL, which @forge/sql turns into ForgeSQLAPIError. */
export function refusal(status: number, code: string, message: string): ServiceResponse {
  return json(status, { code, message });
}

function unrun(response: ServiceResponse): Executed {
  return { response, milliseconds: 0 };
}

function requireCount(placeholders: number, values: number) {
  if (placeholders === values) return;
  throw new EngineRefused(
    `Incorrect arguments: ${String(placeholders)} placeholders, ${String(values)} values`,
    { errno: 1210, code: "ER_WRONG_ARGUMENTS" },
  );
}

function success(result: EngineResult): ServiceResponse {
  const rows = result.kind === "rows" ? result.rows : packetOf(result);
  const response = json(200, { rows, metadata: {} });
  return Buffer.byteLength(response.body) > responseLimitBytes
    ? refusal(413, "SQL_EXECUTION_ERROR", "The response exceeds 4 MiB")
    : response;
}

/** The shape of a write's result, with the members of MySQL's own packet. */
function packetOf(result: Extract<EngineResult, { kind: "done" }>) {
  return {
    affectedRows: result.affectedRows,
    fieldCount: 0,
    info: "",
    insertId: result.insertId,
    serverStatus: 2,
    warningStatus: 0,
  };
}

function engineRefusal({ code, errno, message }: EngineRefused): ServiceResponse {
  if (code === "ER_STATEMENT_TIMEOUT") return queryTimedOut;
  return json(400, {
    code: "SQL_EXECUTION_ERROR",
    message,
    debug: { code, errno, sqlMessage: message },
  });
}
