import { z } from "zod/mini";
import type { LoggedCall } from "../boundary";
import { contextOf } from "./context";
import { type Asked, type Reply, jsonReply } from "./http";
import type { Route } from "./routes";
import type { Site } from "./site";
import { type Viewer, viewerOf } from "./viewer";

const surface = { moduleKey: z.string(), extension: z.record(z.string(), z.unknown()) };
const contextCall = z.object(surface);
const invokeCall = z.object({
  ...surface,
  functionKey: z.string(),
  payload: z.optional(z.unknown()),
});
const fetchCall = z.object({
  ...surface,
  path: z.string(),
  method: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.nullable(z.string()),
});
const unmodelledCall = z.object({ ...surface, command: z.string() });

/** The part of the bridge that needs the site: everything here runs as the person of the cookie, whatever a frame says. */
export function bridgeEndpoints(site: Site): readonly Route[] {
  const endpoint = (
    path: string,
    answer: (body: unknown, viewer: Viewer) => Reply | Promise<Reply>,
  ): Route => ({
    method: "POST",
    path,
    answer: (asked: Asked) => answer(JSON.parse(asked.body), viewerOf(site, asked)),
  });
  return [
    endpoint("/__bridge/context", (body, viewer) =>
      jsonReply(contextOf(site, viewer, contextCall.parse(body))),
    ),
    endpoint("/__bridge/invoke", (body, viewer) => invoke(site, viewer, invokeCall.parse(body))),
    endpoint("/__bridge/fetch", (body, viewer) =>
      fetchProduct(site, viewer, fetchCall.parse(body)),
    ),
    endpoint("/__bridge/unmodelled", (body, viewer) => {
      const { moduleKey, command } = unmodelledCall.parse(body);
      log(site, viewer, {
        service: "unmodelled",
        functionKey: moduleKey,
        method: "bridge",
        path: command,
        status: 501,
        milliseconds: 0,
      });
      return jsonReply({});
    }),
  ];
}

async function invoke(
  site: Site,
  viewer: Viewer,
  call: z.infer<typeof invokeCall>,
): Promise<Reply> {
  const started = performance.now();
  const result = await site.platform.invokeResolver({
    moduleKey: call.moduleKey,
    accountId: viewer.user.accountId,
    functionKey: call.functionKey,
    payload: call.payload,
    context: contextOf(site, viewer, call),
  });
  log(site, viewer, {
    service: "bridge",
    functionKey: call.moduleKey,
    method: "invoke",
    path: call.functionKey,
    status: result.ok ? 200 : 500,
    milliseconds: performance.now() - started,
  });
  // A resolver that returns nothing reaches the browser as an empty object (ECO-277).
  if (result.ok) return jsonReply({ ok: true, value: result.value ?? {} });
  return jsonReply({ ok: false, name: result.errorType, message: result.errorMessage });
}

/** requestJira from a frame: as the person, but through the app's own token. So it needs the manifest's scopes, and is the app's own doing. */
async function fetchProduct(
  site: Site,
  viewer: Viewer,
  call: z.infer<typeof fetchCall>,
): Promise<Reply> {
  const started = performance.now();
  const response = site.allows(call)
    ? await site.jira.handle({
        method: call.method,
        path: call.path,
        headers: Object.fromEntries(
          call.headers.map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body: call.body ?? undefined,
        as: { kind: "user", accountId: viewer.user.accountId },
        byApp: true,
      })
    : outOfScope;
  log(site, viewer, {
    service: "bridge",
    functionKey: call.moduleKey,
    method: call.method,
    path: call.path,
    status: response.status,
    milliseconds: performance.now() - started,
  });
  return jsonReply({ status: response.status, headers: response.headers, body: response.body });
}

const outOfScope = {
  status: 401,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ code: 401, message: "Unauthorized; scope does not match" }),
};

/** A command of the bridge stands in the call log under the module that sent it; it belongs to no invocation. */
function log(
  site: Site,
  viewer: Viewer,
  crossing: Omit<LoggedCall, "at" | "invocation" | "as">,
): void {
  const at = site.clock.now();
  site.calls.add({ at, invocation: "", as: viewer.user.accountId, ...crossing });
}
