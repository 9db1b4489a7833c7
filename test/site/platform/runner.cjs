/**
 * The only file that is loaded beside the app in its process. It stands where Atlassian's wrapper stands: it speaks the
 * tunnel's messages with the site ({lambdaEvent, tunnelContext} in, {requestId, result} out) and gives the app the two
 * globals through which @forge/api, @forge/sql, @forge/events and @forge/resolver reach the platform.
 *
 * fork(runner.cjs, [directory of the bundle])
 */
const { AsyncLocalStorage } = require("node:async_hooks");
const { join } = require("node:path");
const { format } = require("node:util");

const bundleDirectory = process.argv[2];
const invocations = new AsyncLocalStorage();
const realFetch = globalThis.fetch;
const RealDate = globalThis.Date;
const ignore = () => undefined;
let shift = 0;

installClock();
installForge();
installConsole();

process.on("message", (message) => {
  if (message.preload !== undefined) {
    preload(message.preload);
    return;
  }
  void answer(message);
});
process.on("disconnect", () => process.exit(0));

function preload(handler) {
  try {
    handlerNamed(handler);
    process.send({ preloaded: true });
  } catch {
    // The invocation meets the same error and reports it.
    process.send({ preloaded: false });
  }
}

async function answer({ lambdaEvent, tunnelContext }) {
  for (const { key, value } of lambdaEvent.variables ?? []) process.env[key] = value;
  if (tunnelContext.siteNow !== undefined) shift = tunnelContext.siteNow - RealDate.now();
  const logs = [];
  const state = { logs, meta: lambdaEvent._meta, runtime: runtimeOf(lambdaEvent, tunnelContext) };
  const result = await invocations.run(state, () => resultOf(lambdaEvent));
  process.send({ requestId: tunnelContext.requestId, result: { ...result, logs } });
}

async function resultOf(lambdaEvent) {
  try {
    const value = await handlerNamed(lambdaEvent.handler)(
      lambdaEvent.body,
      secondArgument(lambdaEvent._meta),
    );
    const json = JSON.stringify(value);
    return { success: true, status: 200, body: json === undefined ? undefined : JSON.parse(json) };
  } catch (error) {
    return { success: false, status: 500, error: described(error) };
  }
}

/** What Forge gives a function as its second argument; the resolver takes the user from here, never from the browser. */
function secondArgument(meta) {
  return {
    installContext: meta.contextAri,
    installation: meta.appContext.installation,
    license: meta.license,
    principal: meta.aaid === undefined ? undefined : { accountId: meta.aaid },
  };
}

function handlerNamed(handler) {
  const [file, name] = handler.split(".");
  const found = require(join(bundleDirectory, `${file}.cjs`))[name];
  if (typeof found !== "function") throw new Error(`The bundle exports no function ${handler}`);
  return found;
}

function described(error) {
  if (!(error instanceof Error)) {
    return { errorType: "Error", errorMessage: String(error), isHostedCodeError: true, stack: [] };
  }
  return {
    errorType: String(error.name),
    errorMessage: String(error.message),
    isHostedCodeError: true,
    stack: (error.stack ?? "").split("\n"),
    serviceKey: error.serviceKey,
  };
}

function runtimeOf({ _meta: meta }, { requestId, deadline }) {
  return {
    proxy: meta.proxy,
    contextAri: meta.contextAri,
    container: { appCodeDir: bundleDirectory },
    appContext: meta.appContext,
    aaid: meta.aaid,
    lambdaContext: {
      awsRequestId: requestId,
      getRemainingTimeInMillis: () => Math.max(0, deadline - RealDate.now()),
    },
    tracing: meta.tracing,
    license: meta.license,
    externalAuth: meta.externalAuth,
    featureFlags: () => false,
    metrics: {
      counter: () => ({ incr: ignore, incrBy: ignore, decr: ignore, decrBy: ignore }),
      timing: () => ({ measure: () => ({ stop: ignore }) }),
      gauge: () => ({ set: ignore }),
    },
  };
}

/** The app sees the site's time: the instant of the invocation plus the real time since. */
function installClock() {
  const now = () => RealDate.now() + shift;
  const SiteDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length === 0 ? [now()] : args,
        newTarget === SiteDate ? target : newTarget,
      ),
    get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
  RealDate.prototype.constructor = SiteDate;
  globalThis.Date = SiteDate;
}

function installForge() {
  Object.defineProperty(globalThis, "__forge_runtime__", {
    get: () => invocations.getStore()?.runtime,
  });
  globalThis.__forge_fetch__ = (target, path, init) => proxied(routeOf(target), path, init);
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = request.body === null ? undefined : await request.arrayBuffer();
    const { method, headers } = request;
    const response = await proxied("/egress", request.url, { method, headers, body });
    if (response.headers.get("forge-proxy-error") === "REQUEST_EGRESS_ALLOWLIST_ERR") {
      throw egressRefused(request.url);
    }
    return response;
  };
}

function egressRefused(url) {
  const error = new Error(
    `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`,
  );
  return Object.assign(error, { name: "REQUEST_EGRESS_ALLOWLIST_ERR", status: 403 });
}

function routeOf({ type, provider, remote, accountId, contextAri, service }) {
  if (type === "kvs" || type === "sql") {
    return `/fpp/as/app/provider/atlassian/capability/${type}`;
  }
  if (type === "fpp" && contextAri !== undefined) {
    return `/fpp/provider/${provider}/contextAri/${encodeURIComponent(contextAri)}`;
  }
  if (type === "fpp") {
    const account = accountId === undefined ? "" : `/account/${encodeURIComponent(accountId)}`;
    return `/fpp/provider/${provider}/remote/${remote}${account}`;
  }
  return `/${type}/${encodeURIComponent(remote ?? service ?? "")}`;
}

async function proxied(route, path, init = {}) {
  const { meta } = invocations.getStore() ?? {};
  if (meta === undefined) throw new Error("The platform was called outside of an invocation");
  const headers = new Headers(init.headers);
  headers.delete("host");
  headers.set("forge-proxy-target", path.replace(/[^\x20-\x7e]+/g, encodeURIComponent));
  headers.set("forge-proxy-authorization", `Bearer ${meta.proxy.token}`);
  return realFetch(`${meta.proxy.url}${route}`, { ...init, headers, redirect: "manual" });
}

function installConsole() {
  const levels = ["debug", "info", "log", "warn", "error"];
  const captured = levels.map((level) => [
    level,
    (...values) => invocations.getStore()?.logs.push(`${level} ${format(...values)}`),
  ]);
  Object.assign(globalThis.console, Object.fromEntries(captured));
}
