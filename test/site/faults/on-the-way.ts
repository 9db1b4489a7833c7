import { json, proxyError, type Served } from "../platform/service";
import type { Strike } from "./faults";
import type { WayFault } from "./rule";

/** A request and its answer, while faults strike on their way. */
export type OnTheWay = {
  /** What the call log says of the request, whether or not it arrives. */
  readonly about: Omit<Served, "response">;
  readonly ask: () => Promise<Served>;
};

type Struck = Pick<Strike<"jira">, "name" | "chance"> & { readonly fault: WayFault };

/** Waits for all latencies, then lets the first other fault strike; without one the request goes its way. */
export async function onTheWay(
  strikes: readonly Struck[],
  { about, ask }: OnTheWay,
): Promise<Served> {
  const real = strikes.reduce((sum, strike) => sum + latencyOf(strike), 0);
  if (real > 0) await new Promise((resolve) => setTimeout(resolve, real));
  const strike = strikes.find(({ fault }) => fault.kind !== "latency");
  const served = strike === undefined ? await ask() : await struckBy(strike.fault, { about, ask });
  return withFaults(
    served,
    strikes.filter((each) => each === strike || each.fault.kind === "latency"),
  );
}

/** Names the faults in what is logged. */
export function withFaults(served: Served, strikes: readonly { readonly name: string }[]): Served {
  const names = [...strikes.map(({ name }) => name), ...(served.fault ? [served.fault] : [])];
  return names.length === 0 ? served : { ...served, fault: names.join(", ") };
}

function latencyOf({ fault, chance }: Struck): number {
  if (fault.kind !== "latency") return 0;
  return chance.between(fault.milliseconds, fault.upTo ?? fault.milliseconds);
}

async function struckBy(fault: WayFault, { about, ask }: OnTheWay): Promise<Served> {
  switch (fault.kind) {
    case "latency":
      return ask();
    case "status":
      return { ...about, response: failure(fault) };
    case "truncated": {
      const served = await ask();
      const { body } = served.response;
      const half = body.slice(0, Math.floor(body.length / 2));
      return { ...served, response: { ...served.response, body: half } };
    }
    case "html":
      return { ...about, response: page(fault.status ?? 200) };
    case "reset": {
      const served = fault.after === true ? await ask() : { ...about, response: noAnswer };
      return { ...served, response: { ...served.response, status: 0 }, cut: true };
    }
    case "proxy-error":
      return { ...about, response: proxyError(fault.status ?? 500, fault.code) };
  }
}

const noAnswer = { status: 0, headers: {}, body: "" };

function failure({ status, retryAfterSeconds }: Extract<WayFault, { kind: "status" }>) {
  const response = json(status, { errorMessages: ["Something went wrong."], errors: {} });
  if (retryAfterSeconds === undefined) return response;
  const headers = { ...response.headers, "Retry-After": String(retryAfterSeconds) };
  return { ...response, headers };
}

/** The page of a gateway or of a sign-in, as it comes where JSON was asked for. */
export function page(status: number) {
  return {
    status,
    headers: { "content-type": "text/html;charset=utf-8" },
    body: `<!doctype html><html lang="en"><head><title>HTTP Status ${String(status)}</title></head><body><h1>HTTP Status ${String(status)}</h1></body></html>`,
  };
}
