import { json, type Served, type ServiceResponse } from "../platform/service";
import type { Faults } from "./faults";
import type { Occasion } from "./occasion";
import { onTheWay, withFaults, type OnTheWay } from "./on-the-way";
import type { FaultOn } from "./rule";

/** What Forge SQL says when a statement took too long. */
export const queryTimedOut = json(408, {
  code: "QUERY_TIMED_OUT",
  message: "The query took too long",
});
/** What Forge SQL says when statements come too fast; partners report that it names no time to wait. */
export const sqlRateLimited = json(429, {
  code: "RATE_LIMIT_EXCEEDED",
  message: "Too many statements",
});

type WayStrike = Parameters<typeof onTheWay>[0][number];
type OwnFault = Exclude<FaultOn<"sql">, WayStrike["fault"]>;

/** Lets the declared faults strike a statement. */
export async function sqlStruck(
  faults: Faults,
  occasion: Occasion,
  { about, ask }: OnTheWay,
): Promise<Served> {
  const strikes = faults.strike("sql", occasion);
  const own = strikes.flatMap(({ fault, name }) => (isOwn(fault) ? [{ fault, name }] : []))[0];
  const onWay = strikes.flatMap(({ fault, ...rest }) => (isOwn(fault) ? [] : [{ ...rest, fault }]));
  if (own === undefined) return onTheWay(onWay, { about, ask });
  const latencies = onWay.filter(({ fault }) => fault.kind === "latency");
  const answered = async () => {
    if (own.fault.kind === "time-out" && own.fault.after === true) await ask();
    return { ...about, response: refusalOf(own.fault) };
  };
  return withFaults(await onTheWay(latencies, { about, ask: answered }), [own]);
}

function isOwn(fault: FaultOn<"sql">): fault is OwnFault {
  return fault.kind === "time-out" || fault.kind === "rate-limit" || fault.kind === "error";
}

function refusalOf(fault: OwnFault): ServiceResponse {
  if (fault.kind === "time-out") return queryTimedOut;
  if (fault.kind === "rate-limit") return sqlRateLimited;
  const { errno, code, message = code } = fault;
  const debug = { code, errno, sqlMessage: message };
  return json(400, { code: "SQL_EXECUTION_ERROR", message, debug });
}
