import { readFileSync } from "node:fs";
import { join } from "node:path";
import { appOrigin } from "./app-origin";
import { clientScripts } from "./client-scripts";
import { createDashboards, type DashboardLayout } from "./dashboards";
import { type Answering, type Asked, listen, type Listening, type Reply, textReply } from "./http";
import { followIssues } from "./issue-news";
import { appManifest } from "./manifest";
import { routed } from "./routes";
import type { Site, SiteOptions } from "./site";
import { siteRoutes } from "./site-routes";
import { tokenCss } from "./tokens";

export type ServedSite = {
  /** Where the site's pages are. */
  readonly url: string;
  /** Where the app's resources are; another site for the browser, as in production. */
  readonly appOrigin: string;
  readonly stop: () => Promise<void>;
};

/** Starts the pages of the site and, on the next port, the origin of the app's resources. */
export async function serveSite(options: SiteOptions): Promise<ServedSite> {
  const scripts = await clientScripts(options.root);
  const handlers: { pages?: Answering; resources?: Answering } = {};
  const later = (name: "pages" | "resources") => (asked: Asked) => {
    const answer = handlers[name];
    return answer === undefined
      ? textReply("The site is starting", "text/plain", 503)
      : answer(asked);
  };
  const pages = await listen(options.host, options.port, later("pages"));
  const resources = await listenBeside(options, later("resources")).catch(
    async (error: unknown) => {
      await pages.stop();
      throw error;
    },
  );
  const addresses = {
    url: `http://${options.host}:${String(pages.port)}`,
    appOrigin: `http://localhost:${String(resources.port)}`,
  };
  const site = siteOf(options, addresses);
  const css = readFileSync(join(options.root, "test/site/browser/client/site.css"), "utf8");
  handlers.pages = sameOrigin(
    site,
    routed(siteRoutes(site, options, { script: scripts.host, css })),
  );
  handlers.resources = appOrigin(site, scripts.bridge);
  return { ...addresses, stop: () => stopped(pages, resources) };
}

function listenBeside(options: SiteOptions, answer: Answering): Promise<Listening> {
  return listen(options.host, options.port === 0 ? 0 : options.port + 1, answer);
}

function siteOf(options: SiteOptions, addresses: Pick<Site, "url" | "appOrigin">): Site {
  const manifest = appManifest(options.manifest, options.root);
  const defaultUser =
    options.users.find((user) => user.accountId === options.defaultUser) ?? options.users[0];
  if (defaultUser === undefined) throw new Error("the site needs at least one user");
  return {
    ...addresses,
    name: options.siteName ?? "Local site",
    cloudId: options.cloudId,
    environmentId: options.environmentId,
    manifest,
    root: options.root,
    platform: options.platform,
    calls: options.platform.calls,
    jira: options.jira,
    allows: options.allows ?? (() => true),
    clock: options.clock,
    faults: options.faults,
    searchLag: options.searchLag,
    users: options.users,
    defaultUser,
    dashboards: createDashboards([options.dashboard ?? emptyDashboard]),
    news: followIssues(options.jira),
    violations: [],
    tokens: tokenCss(options.root),
  };
}

const emptyDashboard: DashboardLayout = { name: "Team dashboard", columns: 2, gadgets: [] };

/**
 * Pages are served under one address only, because the frames trust it by its text. Changes come from the site's own
 * pages: a frame of the app could send a request, though it never learns the answer.
 */
function sameOrigin(site: Site, answer: Answering): Answering {
  const { host } = new URL(site.url);
  return async (asked) => {
    const { origin } = asked.headers;
    const isReport = asked.url.pathname === "/__control/csp-report";
    if (asked.method === "POST" && origin !== undefined && origin !== site.url && !isReport) {
      return textReply("A request from another origin is refused", "text/plain", 403);
    }
    if (asked.method === "GET" && asked.headers["host"] !== host) {
      const address = site.url + asked.url.pathname + asked.url.search;
      return { status: 307, headers: { location: address }, body: "" };
    }
    return guarded(site, await answer(asked));
  };
}

/** The site's own pages run no script but their own and embed nothing but the app. */
function guarded(site: Site, reply: Reply): Reply {
  if (reply.headers["content-type"]?.startsWith("text/html") !== true) return reply;
  const policy = [
    "default-src 'self'",
    `frame-src ${site.appOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  return { ...reply, headers: { ...reply.headers, "content-security-policy": policy } };
}

async function stopped(...servers: readonly Listening[]): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
}
