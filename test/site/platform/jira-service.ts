import type { Caller, JiraDoor } from "../boundary";
import type { Invocation } from "./invocation";
import { json, proxyError, type Served, type ServiceRequest } from "./service";

const dropped = ["authorization", "connection", "content-length", "host"];

/** Jira behind the proxy, and which of its operations the manifest's scopes allow. */
export type JiraService = {
  readonly jira: JiraDoor;
  readonly allows: (operation: string) => boolean;
};

/** Passes requestJira on to Jira, as the app or as the user of the invocation. */
export async function askJira(
  { jira, allows }: JiraService,
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
  const as = caller.kind === "user" ? `user:${caller.accountId}` : caller.kind;
  const operation = jira.operationOf({ method: request.method, path: request.target });
  if (operation !== undefined && !allows(operation)) {
    const response = json(401, { code: 401, message: "Unauthorized; scope does not match" });
    return { response, service: "jira", as };
  }
  const { status, headers, body } = await jira.handle({
    method: request.method,
    path: request.target,
    headers: forwarded(request.headers),
    body: request.body === "" ? undefined : request.body,
    as: caller,
    byApp: true,
  });
  const service = status === 501 ? "unmodelled" : "jira";
  return { response: { status, headers, body }, service, as };
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
