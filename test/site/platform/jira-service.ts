import type { Caller, Jira } from "../boundary";
import type { Invocation } from "./invocation";
import { proxyError, type Served, type ServiceRequest } from "./service";

const dropped = ["authorization", "connection", "content-length", "host"];

/** Passes requestJira on to Jira, as the app or as the user of the invocation. */
export async function askJira(
  jira: Pick<Jira, "handle">,
  provider: "app" | "user" | "none",
  request: ServiceRequest,
): Promise<Served> {
  const caller = callerOf(provider, request.invocation);
  if (caller === undefined) {
    return {
      response: proxyError(401, "NEEDS_AUTHENTICATION_ERR"),
      service: "jira",
      as: "user",
    };
  }
  const { status, headers, body } = await jira.handle({
    method: request.method,
    path: request.target,
    headers: forwarded(request.headers),
    body: request.body === "" ? undefined : request.body,
    as: caller,
  });
  return {
    response: { status, headers, body },
    service: status === 501 ? "unmodelled" : "jira",
    as: caller.kind === "user" ? `user:${caller.accountId}` : caller.kind,
  };
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
