import type { CallLog, InvocationResult } from "../boundary";
import type { Clock } from "../clock";
import type { Invocation, InvocationKind, Invocations } from "./invocation";
import type { PlatformManifest } from "./manifest";
import type { Pending } from "./pending";
import type { Proxy } from "./proxy";
import type { Sandbox } from "./sandbox";

/** A run of a function that somebody asks for. */
export type Request = {
  readonly kind: InvocationKind;
  readonly functionKey: string;
  readonly module: { readonly key: string; readonly type: string };
  /** What the call log calls it: the resolver's function, the event's type, the queue, the schedule. */
  readonly subject: string;
  readonly accountId?: string;
  readonly body: unknown;
  /** Where a queue's event set it off: the invocation at the start of the chain. */
  readonly originId?: string;
  /** The fault that made it happen, now or at all. */
  readonly fault?: string;
};

export type Invoker = { readonly invoke: (request: Request) => Promise<InvocationResult> };

const requestLimitBytes = 500 * 1024;
const responseLimitBytes = 5 * 1024 * 1024;

/** Runs functions of the app in the sandbox, each under a token of its own, and logs how they ended. */
export function createInvoker(options: {
  readonly clock: Clock;
  readonly manifest: PlatformManifest;
  readonly cloudId: string;
  readonly environmentId: string;
  readonly limitMilliseconds?: number;
  readonly calls: CallLog;
  readonly pending: Pending;
  readonly invocations: Invocations;
  readonly sandbox: Sandbox;
  readonly proxy: Proxy;
}): Invoker {
  const { clock, manifest, calls, pending, invocations, sandbox } = options;

  const invoke = async (request: Request): Promise<InvocationResult> => {
    const declared = manifest.functions.find((each) => each.key === request.functionKey);
    if (declared === undefined) {
      throw new Error(`The manifest has no function ${request.functionKey}`);
    }
    const { invocation, token } = invocations.open({
      kind: request.kind,
      functionKey: request.functionKey,
      moduleKey: request.module.key,
      moduleType: request.module.type,
      accountId: request.accountId,
      ...(request.originId === undefined ? {} : { originId: request.originId }),
    });
    const before = performance.now();
    const at = clock.now();
    const result = within(request, () =>
      sandbox.run({
        lambdaEvent: {
          _meta: metaOf(invocation, token, options),
          body: request.body,
          handler: declared.handler,
          variables: [],
        },
        requestId: invocation.id,
        limitMilliseconds: Math.min(
          declared.limitMilliseconds,
          options.limitMilliseconds ?? declared.limitMilliseconds,
        ),
        siteNow: at,
      }),
    );
    const ended = await result;
    invocations.close(invocation);
    calls.add({
      at,
      invocation: invocation.id,
      functionKey: request.functionKey,
      service: "invoke",
      as: request.accountId === undefined ? "app" : `user:${request.accountId}`,
      method: request.kind,
      path: request.subject,
      status: ended.ok ? 200 : 500,
      milliseconds: performance.now() - before,
      ...(request.fault === undefined ? {} : { fault: request.fault }),
    });
    return ended;
  };
  return {
    invoke: (request) =>
      pending.during(`${request.kind} ${request.subject}`, () => invoke(request)),
  };
}

async function within(
  request: Request,
  run: () => Promise<InvocationResult>,
): Promise<InvocationResult> {
  if (sizeOf(request.body) > requestLimitBytes) {
    return refused("The payload of the invocation exceeds 500 KB");
  }
  const result = await run();
  const tooLarge = result.ok && sizeOf(result.value) > responseLimitBytes;
  return tooLarge ? refused("The answer of the invocation exceeds 5 MB") : result;
}

function refused(errorMessage: string): InvocationResult {
  return { ok: false, errorType: "PAYLOAD_TOO_LARGE", errorMessage, logs: [] };
}

function sizeOf(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

/** The part of the lambda event from which the runner builds what @forge/api reads. */
function metaOf(
  invocation: Invocation,
  token: string,
  { manifest, cloudId, environmentId, proxy }: Parameters<typeof createInvoker>[0],
) {
  const contextAri = `ari:cloud:jira::site/${cloudId}`;
  const trace = invocation.id.replaceAll("-", "");
  return {
    proxy: { token, url: proxy.url, host: new URL(proxy.url).host },
    contextAri,
    aaid: invocation.accountId,
    appContext: {
      appId: manifest.appId,
      appVersion: "1.0.0",
      environmentId,
      environmentType: "DEVELOPMENT",
      invocationId: invocation.id,
      installationId: cloudId,
      functionKey: invocation.functionKey,
      moduleType: invocation.moduleType,
      moduleKey: invocation.moduleKey,
      installation: { contexts: [contextAri] },
      permissions: { scopes: manifest.scopes, external: {} },
    },
    tracing: { traceId: trace, spanId: trace.slice(0, 16) },
  };
}
