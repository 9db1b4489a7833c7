import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Html } from "./html";

/** A request as the pages see it. */
export type Asked = {
  readonly method: string;
  readonly url: URL;
  /** Values of the `:names` of the route's path; `rest` for a trailing `*`. */
  readonly params: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

export type Answering = (asked: Asked) => Reply | Promise<Reply>;

export type Listening = { readonly port: number; readonly stop: () => Promise<void> };

/** Starts an HTTP server on a loopback address; a handler that throws answers 500 with the error's text. */
export async function listen(host: string, port: number, answer: Answering): Promise<Listening> {
  const server = createServer((request, response) => {
    void respond(request, response, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return { port: portOf(server), stop: () => stopped(server) };
}

export function page(markup: Html, status = 200): Reply {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    body: markup.html,
  };
}

export function jsonReply(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body: JSON.stringify(value),
  };
}

export function textReply(body: string, type: string, status = 200): Reply {
  return { status, headers: { "content-type": `${type}; charset=utf-8` }, body };
}

export function redirect(to: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 303, headers: { ...headers, location: to }, body: "" };
}

async function respond(request: IncomingMessage, response: ServerResponse, answer: Answering) {
  const reply = await Promise.resolve()
    .then(async () => answer(await read(request)))
    .catch((error: unknown) => textReply(reasonOf(error), "text/plain", 500));
  response.writeHead(reply.status, reply.headers);
  response.end(request.method === "HEAD" ? undefined : reply.body);
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  const headers = plain(request.headers);
  return {
    method: request.method ?? "GET",
    url: new URL(request.url ?? "/", `http://${headers["host"] ?? "127.0.0.1"}`),
    params: {},
    cookies: cookiesIn(headers["cookie"] ?? ""),
    headers,
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

function plain(headers: IncomingMessage["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value ?? "")]),
  );
}

function cookiesIn(header: string): Record<string, string> {
  const pairs = header.split(/;\s*/).filter((pair) => pair.includes("="));
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", value = ""] = pair.split("=", 2);
      return [name, decoded(value)];
    }),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

async function stopped(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
