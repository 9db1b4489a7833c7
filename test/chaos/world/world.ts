import type { InvocationResult } from "../../site/boundary";
import type { SiteData } from "../../site/assembly/site-data";
import { createRandom } from "../../site/company/random";
import { createFaults, type Faults } from "../../site/faults/faults";
import { letSearchLag } from "../../site/faults/search-lag";
import { createJira, type LocalJira } from "../../site/jira/create-jira";
import { loadConformance } from "../../site/jira/openapi/conformance";
import { readManifest } from "../../site/platform/manifest";
import { resolverBody } from "../../site/platform/resolver-body";
import type { SqlEngine } from "../../site/platform/sql/engine";
import { createAgenda, type Agenda } from "./agenda";
import { awaited } from "./awaited";
import { createBoundary, observer } from "./boundary";
import { during } from "./during";
import { createEnter } from "./enter";
import { replaceGlobals } from "./globals";
import { invoke } from "./invocations";
import { createKiller, type Killer } from "./killer";
import { createPlatform, type Platform } from "./platform";
import { createSilence, type Silence } from "./silence";

const conformance = loadConformance();
const manifest = readManifest();

/** The app in this process behind its manifest's doors, with a Jira, a database and a platform that a seed decides. */
export type World = {
  readonly agenda: Agenda;
  readonly jira: LocalJira;
  readonly faults: Faults;
  readonly killer: Killer;
  readonly platform: Platform;
  readonly silence: Silence;
  /** Starts a call of the resolver; it is answered as the agenda goes on. */
  readonly call: (
    accountId: string,
    functionKey: string,
    payload: unknown,
  ) => Promise<InvocationResult>;
  /** Runs code behind the app's boundary as an invocation of its own, which takes no time and which nothing kills. */
  readonly observe: <T>(work: () => Promise<T>) => Promise<T>;
  readonly counts: Counts;
  readonly stop: () => Promise<void>;
};

/** Far more than any run needs. */
const mostCalls = 300_000;

/** How much happened in a world. */
export type Counts = {
  calls: number;
  kills: number;
  /** What invocations failed with, and how often. */
  readonly failed: Map<string, number>;
};

export type WorldOptions = {
  readonly seed: number;
  readonly data: SiteData;
  /** Keys of the projects that the app may browse; whoever keeps the list may change it. */
  readonly appProjects: readonly string[];
  /** Opens an empty database, which the world stops. */
  readonly open: () => Promise<SqlEngine>;
};

export async function openWorld(options: WorldOptions): Promise<World> {
  const { seed, data, appProjects: projects } = options;
  const chance = createRandom(seed);
  const { engine, quiet } = awaited(await options.open());
  const agenda = createAgenda(data.now, quiet);
  const faults = createFaults([], seed);
  const { exports, users } = data;
  const appGrants = { admin: false, projects, securityLevels: [] };
  const jira = createJira({ clock: agenda, exports, users, appGrants, conformance });
  const silence = createSilence(jira, agenda);
  const killer = createKiller(chance.fork("kills"));
  const counts: Counts = { calls: 0, kills: 0, failed: new Map() };
  const onFailed = (functionKey: string, words: string) => {
    const [first = ""] = words.split("\n");
    const said = `${functionKey}: ${first}`;
    counts.failed.set(said, (counts.failed.get(said) ?? 0) + 1);
  };
  const enter = createEnter({ agenda, manifest, killer, onFailed });
  const platform = createPlatform({
    agenda,
    chance: chance.fork("crowds"),
    manifest,
    faults,
    enter,
    onTaken: silence.taken,
  });
  letSearchLag(faults, jira);
  jira.onEvent((event) => {
    agenda.after(0, () => platform.deliver(event));
  });
  const fetch = createBoundary({
    agenda,
    chance: chance.fork("latency"),
    jira,
    sql: engine,
    queue: platform.queue,
    faults,
    onServed: (run) => {
      counts.calls += 1;
      if (counts.calls > mostCalls) throw new Error("the app does not come to rest");
      if (run.calls === run.killAfter) counts.kills += 1;
    },
  });
  const restore = replaceGlobals({ agenda, chance: chance.fork("app"), fetch });

  return {
    agenda,
    jira,
    faults,
    killer,
    platform,
    silence,
    counts,
    call: (accountId, functionKey, payload) => {
      const moduleKey = "goals-page";
      const call = { functionKey, payload, moduleKey, accountId, context: {} };
      const given = [resolverBody(call), { principal: { accountId } }];
      return enter({ kind: "resolver", functionKey: "resolver", moduleKey, accountId, given });
    },
    observe: (work) => observed(agenda, work),
    stop: async () => {
      restore();
      jira.stop();
      agenda.stop();
      await engine.stop();
    },
  };
}

async function observed<T>(agenda: Agenda, work: () => Promise<T>): Promise<T> {
  const values: T[] = [];
  const done = invoke(agenda, {
    kind: "resolver",
    functionKey: observer,
    moduleKey: observer,
    limitMilliseconds: Number.MAX_SAFE_INTEGER,
    killAfter: null,
    work: async () => {
      values.push(await work());
    },
  });
  const result = await during(agenda, done, 0);
  const [value] = values;
  if (!result.ok || value === undefined) throw new Error(JSON.stringify(result));
  return value;
}
