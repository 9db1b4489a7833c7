import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  assembleSite,
  cloudId,
  environmentId,
  type AssembledSite,
  type AssemblyOptions,
} from "./assembly/assemble-site";
import { defaultDashboard } from "./assembly/default-dashboard";
import { seedGoals, type SeededGoal } from "./assembly/seed-goals";
import { scopesAllow } from "./assembly/scopes";
import { loadData, type SiteData } from "./assembly/site-data";
import type { DashboardLayout } from "./browser/dashboards";
import { serveSite } from "./browser/serve";
import { createClock } from "./clock";
import { createJira, type LocalJira } from "./jira/create-jira";
import type { SiteUser } from "./jira/site-user";
import { readManifest } from "./platform/manifest";
import { checkoutRoot } from "./platform/root";

export type SiteOptions = AssemblyOptions & {
  /** Export file or folder, or data made by a test; the generated company when absent. */
  readonly data?: string | SiteData;
  /** Epoch milliseconds at which the clock starts; just after the data's last change when absent. */
  readonly now?: number;
  /** Site milliseconds per real one; 0, where time stands still until advanced, when absent. */
  readonly speed?: number;
  /** False leaves the data's goals unmade. */
  readonly seeds?: boolean;
};

export type ServeOptions = {
  /** Of the site's origin, the app's resources are on the next; 0 takes free ones. */
  readonly port?: number;
  /** Account id or display name of who a browser is at first. */
  readonly user?: string;
  readonly dashboard?: DashboardLayout;
};

/** A site that browsers can open; stopping it stops the whole site. */
export type ServedSite = {
  readonly url: string;
  readonly appOrigin: string;
  readonly users: readonly SiteUser[];
  readonly stop: () => Promise<void>;
};

/** The local Jira site with the app installed, in this process; the app runs in processes of its own. */
export type Site = AssembledSite<LocalJira> & {
  readonly users: readonly SiteUser[];
  /** The goals that were made at the start. */
  readonly goals: readonly SeededGoal[];
  readonly serve: (options?: ServeOptions) => Promise<ServedSite>;
};

export async function createSite(options: SiteOptions = {}): Promise<Site> {
  const data = typeof options.data === "object" ? options.data : await loadData(options.data);
  const clock = createClock(options.now ?? data.now, options.speed ?? 0);
  const { exports, users, securityLevelOf } = data;
  const security = securityLevelOf === undefined ? {} : { securityLevelOf };
  const jira = createJira({ clock, exports, users, ...security });
  const assembled = await assembleSite({ clock, jira }, options);
  const stop = async () => {
    jira.stop();
    await assembled.stop();
  };
  try {
    const goals = await seedGoals(
      assembled.platform,
      options.seeds === false ? [] : data.goals,
      administratorOf(users),
    );
    await assembled.settle();
    const site = { ...assembled, users, goals, stop };
    return {
      ...site,
      serve: (wanted = {}) => serve(site, { manifest: options.manifest, ...wanted }),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function serve(
  site: Omit<Site, "serve">,
  options: ServeOptions & { readonly manifest: string | undefined },
): Promise<ServedSite> {
  const { platform, jira, clock, faults, searchLag, users, goals } = site;
  const root = checkoutRoot();
  const manifest = readManifest(options.manifest);
  const allows = scopesAllow(manifest.scopes);
  const served = await serveSite({
    platform,
    jira,
    allows: (request) => {
      const operation = jira.operationOf(request);
      return operation === undefined || allows(operation);
    },
    clock,
    faults,
    searchLag,
    users,
    root,
    cloudId,
    environmentId,
    manifest: parse(readFileSync(join(root, options.manifest ?? "manifest.yml"), "utf8")),
    port: options.port ?? 0,
    host: "127.0.0.1",
    siteName: `Local site on ${site.sqlEngine}`,
    dashboard: options.dashboard ?? defaultDashboard(goals),
    ...defaultUser(users, options.user),
  });
  return {
    url: served.url,
    appOrigin: served.appOrigin,
    users,
    stop: async () => {
      await served.stop();
      await site.stop();
    },
  };
}

function administratorOf(users: readonly SiteUser[]): string {
  const administrator = users.find(({ admin }) => admin);
  if (administrator === undefined) throw new Error("The site needs an administrator");
  return administrator.accountId;
}

function defaultUser(users: readonly SiteUser[], wanted: string | undefined) {
  if (wanted === undefined) return {};
  const found = users.find(
    ({ accountId, displayName }) => accountId === wanted || displayName === wanted,
  );
  if (found === undefined) {
    const names = users.map(({ displayName }) => displayName).join(", ");
    throw new Error(`The site has no user ${wanted}; it has ${names}`);
  }
  return { defaultUser: found.accountId };
}
