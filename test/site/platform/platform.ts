import type {
  CallLog,
  InvocationResult,
  JiraDoor,
  LoggedCall,
  Platform,
  ProductEvent,
  ResolverCall,
} from "../boundary";
import type { Clock } from "../clock";
import { createFaults, type Faults } from "../faults/faults";
import { createKiller } from "../faults/killer";
import type { AppBundle } from "./bundle";
import { createCallLog } from "./call-log";
import { refuseEgress } from "./egress";
import { createEventDelivery } from "./events";
import { includedProperties } from "./included-properties";
import { createInvocations } from "./invocation";
import { createInvoker } from "./invoker";
import { createJiraService } from "./jira-service";
import { livelyTime } from "./lively-time";
import type { PlatformManifest, Schedule } from "./manifest";
import { createPending } from "./pending";
import { answerReport } from "./personal-data";
import { startProxy } from "./proxy";
import { createQueue } from "./queue";
import { createQueueLimits } from "./queue-limits";
import { createQueueService } from "./queue-service";
import type { JiraLimits } from "./rate-limits/jira-limits";
import { createSandbox, type Sandbox, type SandboxMode } from "./sandbox";
import { createSchedules } from "./schedules";
import type { SqlEngine } from "./sql/engine";
import { createSqlGateway } from "./sql/gateway";
import type { Rates } from "./sql/rates";
import { resolverBody } from "./resolver-body";

export type PlatformOptions = {
  readonly clock: Clock;
  readonly jira: JiraDoor;
  readonly bundle: AppBundle;
  readonly manifest: PlatformManifest;
  readonly sql: SqlEngine;
  readonly mode?: SandboxMode | undefined;
  /** Processes that other tenants use too; of the platform's own where absent. Who made them stops them. */
  readonly sandbox?: Sandbox | undefined;
  /** Processes kept ready; 2 unless told otherwise. */
  readonly prewarmed?: number | undefined;
  /** Shortens every function's time limit, for tests of the limit. */
  readonly limitMilliseconds?: number;
  /** False leaves scheduled triggers to `runSchedule`. */
  readonly schedules?: boolean | undefined;
  /** Whether the manifest's scopes allow an operation of Jira's REST API; all of them unless told. */
  readonly allows?: (operation: string) => boolean;
  /** Scheduled runs to leave out. */
  readonly skipSchedule?: (schedule: Schedule, at: number) => boolean;
  readonly cloudId: string;
  readonly environmentId: string;
  /** Forge SQL's rates; without them statements run as fast as they come. */
  readonly rates?: Rates | undefined;
  /** Jira's points and rates; without them calls come as fast as they like. */
  readonly limits?: JiraLimits | undefined;
  /** What shall go wrong; nothing unless told. */
  readonly faults?: Faults;
  /** Real milliseconds without any news after which waiting says what does not end; 20 minutes unless told. */
  readonly patienceMilliseconds?: number | undefined;
};

/** Puts the Forge platform of the site together; the app's process sees nothing else. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { clock, jira, manifest, sql } = options;
  const allows = options.allows ?? (() => true);
  const faults = options.faults ?? createFaults();
  const pace = livelyTime(clock);
  const calls = createCallLog();
  const pending = createPending(options.patienceMilliseconds);
  const invocations = createInvocations();
  const sandbox = options.sandbox ?? ownSandbox(options);
  const queue = createQueue({
    clock,
    consumers: manifest.consumers,
    pending,
    faults,
    isLong: ({ functionKey }) => isLong(manifest, functionKey),
    deliver: ({ consumer, event, ...rest }) =>
      invoker.invoke({
        kind: "consumer",
        functionKey: consumer.functionKey,
        module: { key: consumer.key, type: "consumer" },
        subject: consumer.queue,
        body: event,
        ...rest,
      }),
  });
  const proxy = await startProxy({
    services: {
      jira: createJiraService({
        jira,
        allows,
        faults,
        pace,
        now: clock.now,
        limits: options.limits,
      }),
      sql: createSqlGateway(sql, options.rates, faults),
      queue: createQueueService({ queue, faults, limits: createQueueLimits(pace) }),
      personalData: (request) =>
        answerReport(request, manifest.scopes.includes("report:personal-data")),
      egress: refuseEgress,
    },
    invocations,
    calls,
    now: clock.now,
    onServed: createKiller(faults, sandbox.kill),
  });
  const invoker = createInvoker({ ...options, calls, pending, invocations, sandbox, proxy });
  const events = createEventDelivery({
    clock,
    triggers: manifest.triggers,
    pending,
    faults,
    onLost: ({ eventType }, fault) => {
      logLost(calls, { at: clock.now(), method: "event", path: eventType, fault });
    },
    run: async ({ trigger, body, ...rest }) =>
      invoker.invoke({
        kind: trigger.eventType.startsWith("avi:forge:") ? "lifecycle" : "event",
        functionKey: trigger.functionKey,
        module: { key: trigger.key, type: "trigger" },
        subject: trigger.eventType,
        body: { ...body, ...(await includedProperties(jira, trigger.propertyPaths, body)) },
        ...rest,
      }),
  });
  const runSchedule = (moduleKey: string, fault?: string) => {
    const schedule = manifest.schedules.find((each) => each.key === moduleKey);
    if (schedule === undefined) throw new Error(`The manifest has no schedule ${moduleKey}`);
    return invoker.invoke({
      kind: "schedule",
      functionKey: schedule.functionKey,
      module: { key: moduleKey, type: "scheduledTrigger" },
      subject: moduleKey,
      body: { context: { cloudId: options.cloudId, moduleKey }, contextToken: "" },
      ...(fault === undefined ? {} : { fault }),
    });
  };
  const schedules = createSchedules({
    clock,
    schedules: manifest.schedules,
    pending,
    faults,
    run: (schedule, fault) => runSchedule(schedule.key, fault),
    onLost: ({ key }, fault) => {
      logLost(calls, { at: clock.now(), method: "schedule", path: key, fault });
    },
    ...(options.skipSchedule === undefined ? {} : { skip: options.skipSchedule }),
  });

  return {
    invokeResolver: (call) => invokeResolver(call, manifest, invoker),
    deliver: events.deliver,
    runSchedule: (moduleKey) => runSchedule(moduleKey),
    install: async () => {
      await events.deliver(installed(manifest.appId, options.environmentId));
      if (options.schedules ?? true) schedules.start();
    },
    settled: pending.idle,
    calls,
    stop: async () => {
      schedules.stop();
      if (options.sandbox === undefined) await sandbox.stop();
      await proxy.stop();
      await sql.stop();
    },
  };
}

function ownSandbox({ bundle, mode, prewarmed, manifest }: PlatformOptions): Sandbox {
  return createSandbox({
    bundle,
    mode: mode ?? "fresh",
    prewarmed: prewarmed ?? 2,
    handler: manifest.functions[0]?.handler ?? "index.resolver",
  });
}

/** The call log's line for what a fault kept from happening; status 0 says that nothing ran. */
function logLost(
  calls: CallLog,
  lost: Pick<LoggedCall, "at" | "method" | "path"> & { readonly fault: string },
) {
  const nobody = { invocation: "", functionKey: "", as: "app" };
  calls.add({ ...nobody, ...lost, service: "invoke", status: 0, milliseconds: 0 });
}

const longerThan = 55_000;

function isLong({ functions }: PlatformManifest, functionKey: string): boolean {
  return functions.some(
    ({ key, limitMilliseconds }) => key === functionKey && limitMilliseconds > longerThan,
  );
}

function invokeResolver(
  call: ResolverCall,
  manifest: PlatformManifest,
  invoker: ReturnType<typeof createInvoker>,
): Promise<InvocationResult> {
  const resolver = manifest.resolvers.get(call.moduleKey);
  if (resolver === undefined) {
    throw new Error(`The manifest has no module ${call.moduleKey} with a resolver`);
  }
  return invoker.invoke({
    kind: "resolver",
    functionKey: resolver.functionKey,
    module: { key: call.moduleKey, type: resolver.moduleType },
    subject: call.functionKey,
    accountId: call.accountId,
    body: resolverBody(call),
  });
}

function installed(appId: string, environmentId: string): ProductEvent {
  const id = `ari:cloud:ecosystem::app/${appId}`;
  return {
    eventType: "avi:forge:installed:app",
    body: { id, app: { id, version: "1" }, environment: { id: environmentId } },
    selfGenerated: false,
  };
}
