import type { LoggedCall } from "../boundary";
import type { Invocation } from "./invocation";

/** A request of the app as it reaches a service of the platform. */
export type ServiceRequest = {
  readonly invocation: Invocation;
  readonly method: string;
  /** Path, or absolute URL for egress. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type ServiceResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A response with what the call log says about it. */
export type Served = {
  readonly response: ServiceResponse;
  readonly service: LoggedCall["service"];
  readonly as: string;
  /** What the log names instead of the request's method and path: a statement of SQL, a queue operation. */
  readonly method?: string;
  readonly path?: string;
  /** Time in the engine, where that is what counts. */
  readonly milliseconds?: number;
  /** What Jira takes for it of the hourly points. */
  readonly points?: number;
  /** The fault that struck, or the limit that was hit. */
  readonly fault?: string;
  /** True where the connection breaks before the answer. */
  readonly cut?: boolean;
};

export function json(status: number, value: unknown): ServiceResponse {
  return {
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(value),
  };
}

/** A refusal by the platform itself, which @forge/api turns into an error by this header. */
export function proxyError(status: number, code: string): ServiceResponse {
  return { status, headers: { "forge-proxy-error": code }, body: "" };
}

/** The answer to whatever the site does not emulate: never a silent 200. */
export function notModelled(what: string, as = "app"): Served {
  return {
    response: json(501, {
      code: "EMULATOR_NOT_MODELLED",
      message: `EMULATOR_NOT_MODELLED ${what}`,
    }),
    service: "unmodelled",
    as,
  };
}
