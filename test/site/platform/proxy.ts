import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { CallLog } from "../boundary";
import type { Invocation, Invocations } from "./invocation";
import type { JiraService } from "./jira-service";
import { reportTarget } from "./personal-data";
import type { QueueService } from "./queue-service";
import {
  json,
  notModelled,
  proxyError,
  type Served,
  type ServiceRequest,
  type ServiceResponse,
} from "./service";

/** What stands behind the proxy's routes. */
export type ProxyServices = {
  readonly jira: JiraService;
  readonly sql: (request: ServiceRequest) => Promise<Served>;
  readonly queue: QueueService;
  readonly personalData: (request: ServiceRequest) => Served;
  readonly egress: (request: ServiceRequest) => Served;
};

export type Proxy = { readonly url: string; readonly stop: () => Promise<void> };

/** Longer than any client keeps a connection, so that none is closed under a request of the app. */
const keepAliveMilliseconds = 15 * 60 * 1000;

/** Serves the routes that the runner uses, on a free loopback port; the token of a request names its invocation. */
export async function startProxy(options: {
  readonly services: ProxyServices;
  readonly invocations: Invocations;
  readonly calls: CallLog;
  readonly now: () => number;
  /** Called when a call has taken its effect, before it is answered; returns what the log shall add. */
  readonly onServed: (invocation: Invocation) => string | undefined;
}): Promise<Proxy> {
  const server = createServer({ maxHeaderSize: 1 << 20 }, (incoming, outgoing) => {
    void received(incoming)
      .then((request) => answered(request, options))
      .catch((error: unknown) => ({
        response: json(500, { code: "EMULATOR_FAILED", message: String(error) }),
        cut: false,
      }))
      .then((answer) => {
        send(outgoing, answer);
      });
  });
  server.keepAliveTimeout = keepAliveMilliseconds;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

type Received = Omit<ServiceRequest, "invocation"> & {
  readonly route: string;
  readonly token: string;
};

type Answered = { readonly response: ServiceResponse; readonly cut: boolean };

async function answered(
  { route, token, ...rest }: Received,
  options: Parameters<typeof startProxy>[0],
): Promise<Answered> {
  const invocation = options.invocations.byToken(token);
  if (invocation === undefined) return { response: proxyError(401, "INVALID_TOKEN"), cut: false };
  const request = { ...rest, invocation };
  const before = performance.now();
  const served = await dispatched(route, request, options.services);
  const ended = options.onServed(invocation);
  const fault = [served.fault, ended].filter((each) => each !== undefined).join(", ");
  options.calls.add({
    at: options.now(),
    invocation: invocation.id,
    functionKey: invocation.functionKey,
    service: served.service,
    as: served.as,
    method: served.method ?? request.method,
    path: served.path ?? request.target,
    status: served.response.status,
    milliseconds: served.milliseconds ?? performance.now() - before,
    ...(served.points === undefined ? {} : { points: served.points }),
    ...(fault === "" ? {} : { fault }),
  });
  return { response: served.response, cut: served.cut === true || ended !== undefined };
}

async function dispatched(
  route: string,
  request: ServiceRequest,
  services: ProxyServices,
): Promise<Served> {
  const provider = /^\/fpp\/provider\/(app|user|none)\/remote\/jira$/.exec(route)?.[1];
  if (provider === "app" || provider === "user" || provider === "none") {
    return services.jira(provider, request);
  }
  if (route === "/fpp/as/app/provider/atlassian/capability/sql") return services.sql(request);
  if (route === "/egress") return services.egress(request);
  if (route === "/fpp/provider/app/remote/stargate") return fromStargate(route, request, services);
  return notModelled(`${route} ${request.target}`);
}

async function fromStargate(
  route: string,
  request: ServiceRequest,
  services: ProxyServices,
): Promise<Served> {
  if (request.target === reportTarget) return services.personalData(request);
  if (request.target.startsWith("/webhook/queue/")) return services.queue(request);
  return notModelled(`${route} ${request.target}`);
}

async function received(incoming: IncomingMessage): Promise<Received> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    route: incoming.url ?? "/",
    token: (headers["forge-proxy-authorization"] ?? "").replace(/^Bearer /, ""),
    method: incoming.method ?? "GET",
    target: headers["forge-proxy-target"] ?? "",
    headers,
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

function send(outgoing: ServerResponse, { response, cut }: Answered) {
  if (cut) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.status, response.headers);
  outgoing.end(response.body);
}
