import type { CallLog, InvocationResult, Jira, JiraDoor, Platform } from "../boundary";
import type { Clock } from "../clock";
import { createFaults, type Faults } from "../faults/faults";
import type { FaultRule } from "../faults/rule";
import { letSearchLag, type SearchLag } from "../faults/search-lag";
import { buildApp, type AppBundle } from "../platform/bundle";
import { livelyTime } from "../platform/lively-time";
import { readManifest } from "../platform/manifest";
import { createPlatform } from "../platform/platform";
import { createJiraLimits, type JiraLimits } from "../platform/rate-limits/jira-limits";
import type { Sandbox, SandboxMode } from "../platform/sandbox";
import { createRates, unlimited, type Rates } from "../platform/sql/rates";
import { openSql, type SqlEngineName } from "../platform/sql/open-sql";
import { carryProductEvents } from "./product-events";
import { createPace } from "./pace";
import { scopesAllow } from "./scopes";

/** The site's id unless told otherwise. */
export const cloudId = "3a1f6f3e-7c52-4d4b-9a0e-5b1d2f8c6e47";
export const environmentId = "b8b1a7c4-2f5e-4e0c-8a39-6d0c1e7f9a52";

export type AssemblyOptions = {
  /** The app's bundle; built anew when absent. */
  readonly bundle?: AppBundle;
  readonly manifest?: string;
  readonly mode?: SandboxMode;
  readonly sql?: SqlEngineName;
  readonly prewarmed?: number;
  /** Processes that several sites use in turn, as Forge's tenants do; who made them stops them. */
  readonly sandbox?: Sandbox;
  /** The site's own id among the tenants. */
  readonly cloudId?: string;
  /** False leaves scheduled triggers to be run by hand. */
  readonly schedules?: boolean;
  /** False frees the app of Forge SQL's 150 statements a second and its other rates. */
  readonly sqlRates?: boolean;
  /** False frees the app of Jira's points and rates; `pointsPerHour` changes the 65,000. */
  readonly jiraLimits?: false | { readonly pointsPerHour?: number };
  /** What shall go wrong from the start; more at run time by `site.faults`. */
  readonly faults?: readonly FaultRule[];
  readonly faultSeed?: number;
  /** Site milliseconds by which search and its count trail every change; none unless told otherwise. */
  readonly searchLagMilliseconds?: number;
  /** Site milliseconds until the n-th product event is delivered; none unless told otherwise. */
  readonly eventDelay?: (n: number) => number;
  /** Real milliseconds without any news after which waiting for the app says what does not end. */
  readonly patienceMilliseconds?: number;
};

/** The platform over a Jira, with the app installed. */
export type AssembledSite<J extends Jira & JiraDoor> = {
  readonly clock: Clock;
  readonly jira: J;
  /** Its `settled` waits for product events as well. */
  readonly platform: Platform;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly searchLag: SearchLag;
  /** "SQLite" or "MariaDB". */
  readonly sqlEngine: string;
  /** Calls a resolver as a person does from the goals page, or from another module. */
  readonly call: (
    accountId: string,
    functionKey: string,
    payload: unknown,
    moduleKey?: string,
  ) => Promise<InvocationResult>;
  /** Moves the site's time forward and waits until everything that came due has taken its effect. */
  readonly advance: (milliseconds: number) => Promise<void>;
  readonly settle: () => Promise<void>;
  /** May be called again. */
  readonly stop: () => Promise<void>;
};

export async function assembleSite<J extends Jira & JiraDoor>(
  parts: { readonly clock: Clock; readonly jira: J },
  options: AssemblyOptions = {},
): Promise<AssembledSite<J>> {
  const { clock, jira } = parts;
  const pace = createPace(clock);
  const manifest = readManifest(options.manifest);
  const faults = createFaults(options.faults, options.faultSeed);
  const searchLag = letSearchLag(faults, jira, options.searchLagMilliseconds);
  const bundle = options.bundle ?? (await buildApp());
  const sql = await openSql(options.sql ?? "sqlite");
  const platform = await createPlatform({
    clock,
    jira,
    sql,
    bundle,
    manifest,
    allows: scopesAllow(manifest.scopes),
    cloudId: options.cloudId ?? cloudId,
    environmentId,
    skipSchedule: pace.skips,
    faults,
    rates: sqlRates(clock, options.sqlRates),
    limits: jiraLimits(clock, options.jiraLimits),
    mode: options.mode,
    sandbox: options.sandbox,
    prewarmed: options.prewarmed,
    schedules: options.schedules,
    patienceMilliseconds: options.patienceMilliseconds,
  });
  const { eventDelay: delay = none, patienceMilliseconds } = options;
  const events = carryProductEvents({ clock, jira, platform, delay, patienceMilliseconds });
  try {
    await platform.install();
    await platform.settled();
  } catch (error) {
    await platform.stop();
    throw error;
  }

  return {
    clock: { ...clock, advance: pace.advance },
    jira,
    platform: { ...platform, settled: events.settled },
    calls: platform.calls,
    faults,
    searchLag,
    sqlEngine: sql.name,
    call: (accountId, functionKey, payload, moduleKey = "goals-page") =>
      platform.invokeResolver({ moduleKey, accountId, functionKey, payload, context: {} }),
    advance: async (milliseconds) => {
      await pace.advance(milliseconds);
      await events.settled();
    },
    settle: events.settled,
    stop: once(async () => {
      await platform.stop();
      clock.stop();
    }),
  };
}

/** Who stops a second time waits for the first. */
function once(act: () => Promise<void>): () => Promise<void> {
  let acted: Promise<void> | undefined;
  return () => (acted ??= act());
}

function sqlRates(clock: Clock, wanted: AssemblyOptions["sqlRates"]): Rates {
  return wanted === false ? unlimited : createRates(livelyTime(clock));
}

function jiraLimits(
  clock: Clock,
  wanted: AssemblyOptions["jiraLimits"] = {},
): JiraLimits | undefined {
  return wanted === false ? undefined : createJiraLimits({ pace: livelyTime(clock), ...wanted });
}

const none = () => 0;
