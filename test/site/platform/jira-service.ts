import type { Caller, JiraDoor } from "../boundary";
import { createJiraFaults } from "../faults/jira-faults";
import type { Faults } from "../faults/faults";
import type { Invocation } from "./invocation";
import type { JiraLimits, LimitedCall } from "./rate-limits/jira-limits";
import { tooMany } from "./rate-limits/too-many";
import { json, proxyError, type Served, type ServiceRequest } from "./service";

const dropped = ["authorization", "connection", "content-length", "host"];

/** Jira behind the proxy, and what stands before it. */
export type JiraServiceParts = {
  readonly jira: JiraDoor;
  /** Whether the manifest's scopes open an operation. */
  readonly allows: (operation: string) => boolean;
  /** Where there are none, calls cost nothing and come as fast as they like. */
  readonly limits: JiraLimits | undefined;
  readonly faults: Faults;
  /** Epoch milliseconds of the site's clock. */
  readonly now: () => number;
  /** Milliseconds of a time that does not stand still: Retry-After passes by it. */
  readonly pace: () => number;
};

export type JiraService = (
  provider: "app" | "user" | "none",
  request: ServiceRequest,
) => Promise<Served>;

/** Passes requestJira on to Jira, as the app or as the user of the invocation: scopes first, then limits and faults. */
export function createJiraService(parts: JiraServiceParts): JiraService {
  const { jira, allows, limits } = parts;
  const struck = createJiraFaults(parts.faults, parts.pace);

  return async (provider, request) => {
    const { invocation, target, method } = request;
    const caller = callerOf(provider, invocation);
    if (caller === undefined) {
      return {
        response: proxyError(401, "NEEDS_AUTHENTICATION_ERR"),
        service: "jira",
        as: "user",
      };
    }
    const about = { service: "jira", as: nameOf(caller) } as const;
    const operation = jira.operationOf({ method, path: target });
    if (operation !== undefined && !allows(operation)) {
      return { ...about, response: outOfScope };
    }
    const call = { operation: operation ?? `${method} ${target}`, target, now: parts.now() };
    return struck({
      ...call,
      about,
      functionKey: invocation.functionKey,
      ask: () => limited(limits, call, about, () => asked(jira, caller, request)),
    });
  };
}

const outOfScope = json(401, { code: 401, message: "Unauthorized; scope does not match" });

async function limited(
  limits: JiraLimits | undefined,
  call: LimitedCall,
  about: Pick<Served, "service" | "as">,
  ask: () => Promise<Served>,
): Promise<Served> {
  const refusal = limits?.refused(call);
  if (refusal !== undefined) {
    return { ...about, response: tooMany(refusal), fault: `rate-limit ${refusal.limit}` };
  }
  const served = await ask();
  if (limits === undefined) return served;
  const { points, headers } = limits.charge(call, served.response);
  const response = { ...served.response, headers: { ...served.response.headers, ...headers } };
  return { ...served, response, points };
}

async function asked(jira: JiraDoor, caller: Caller, request: ServiceRequest): Promise<Served> {
  const { status, headers, body } = await jira.handle({
    method: request.method,
    path: request.target,
    headers: forwarded(request.headers),
    body: request.body === "" ? undefined : request.body,
    as: caller,
    byApp: true,
  });
  const service = status === 501 ? "unmodelled" : "jira";
  return { response: { status, headers, body }, service, as: nameOf(caller) };
}

function nameOf(caller: Caller): string {
  return caller.kind === "user" ? `user:${caller.accountId}` : caller.kind;
}

function callerOf(provider: "app" | "user" | "none", invocation: Invocation): Caller | undefined {
  if (provider !== "user") return { kind: provider };
  const { accountId } = invocation;
  return accountId === undefined ? undefined : { kind: "user", accountId };
}

function forwarded(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !name.startsWith("forge-proxy-") && !dropped.includes(name),
    ),
  );
}
