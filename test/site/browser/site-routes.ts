import { z } from "zod/mini";
import { bridgeEndpoints } from "./bridge-endpoints";
import { controlRoutes } from "./control";
import { changeDashboard } from "./dashboard-changes";
import { faultRoutes } from "./fault-changes";
import { type Asked, jsonReply, redirect, type Reply, textReply } from "./http";
import { editIssue, issueNews, transitionIssue } from "./issue-changes";
import { logo } from "./logo";
import { adminPage, globalPage, modulePage } from "./pages/app-pages";
import { callsPage } from "./pages/calls";
import { dashboardPage } from "./pages/dashboard";
import { faultsPage } from "./pages/faults";
import { issuePage } from "./pages/issue";
import { navigatorPage } from "./pages/navigator";
import { projectApp, projectIssues } from "./pages/project";
import { projectsPage } from "./pages/projects";
import { clockText } from "./pages/words";
import { restEndpoint } from "./rest-endpoint";
import type { Route } from "./routes";
import type { Site, SiteOptions } from "./site";
import { colorCookie, setCookie, userCookie } from "./viewer";

type Assets = { readonly script: string; readonly css: string };

const colorChoice = z.object({ colorMode: z.enum(["light", "dark"]) });

/** Every address of the site. */
export function siteRoutes(site: Site, options: SiteOptions, assets: Assets): readonly Route[] {
  return [
    ...pageRoutes(site),
    ...assetRoutes(site, assets),
    ...bridgeEndpoints(site),
    ...faultRoutes(site),
    ...controlRoutes(site, options.control),
    restEndpoint(site),
  ];
}

function pageRoutes(site: Site): readonly Route[] {
  const app = `${site.manifest.appId}/${site.environmentId}`;
  const get = (
    path: string,
    show: (site: Site, asked: Asked) => Reply | Promise<Reply>,
  ): Route => ({
    method: "GET",
    path,
    answer: (asked) => show(site, asked),
  });
  return [
    get("/", () => redirect("/jira/dashboards/10000")),
    get("/jira/dashboards/:id", dashboardPage),
    get("/projects", projectsPage),
    get("/projects/:key", projectIssues),
    get(`/jira/:type/projects/:key/apps/${app}/*`, projectApp),
    get("/browse/:key", issuePage),
    get("/issues/", navigatorPage),
    get("/issues", (_, asked) => redirect(`/issues/${asked.url.search}`)),
    get(`/jira/apps/${app}/*`, globalPage),
    get(`/jira/settings/apps/${app}/*`, adminPage),
    get("/__site/module/:key", modulePage),
    get("/__site/calls", callsPage),
    get("/__site/faults", faultsPage),
  ];
}

function assetRoutes(site: Site, assets: Assets): readonly Route[] {
  const file = (path: string, type: string, body: string): Route => ({
    method: "GET",
    path,
    answer: () => textReply(body, type),
  });
  return [
    file("/__site/host.js", "text/javascript", assets.script),
    file("/__site/site.css", "text/css", assets.css),
    file("/__site/tokens.css", "text/css", site.tokens),
    file("/__site/logo.svg", "image/svg+xml", logo),
    file("/favicon.ico", "image/svg+xml", logo),
    {
      method: "GET",
      path: "/__site/clock",
      answer: () => textReply(clockText(site.clock.now()), "text/plain"),
    },
    { method: "POST", path: "/__site/user", answer: (asked) => switchUser(site, asked) },
    { method: "POST", path: "/__site/color-mode", answer: chooseColors },
    {
      method: "POST",
      path: "/__site/dashboards/:id",
      answer: (asked) => changeDashboard(site, asked),
    },
    {
      method: "GET",
      path: "/__site/issues/:key/news",
      answer: (asked) => issueNews(site, asked),
    },
    {
      method: "POST",
      path: "/__site/issues/:key/edit",
      answer: (asked) => editIssue(site, asked),
    },
    {
      method: "POST",
      path: "/__site/issues/:key/transition",
      answer: (asked) => transitionIssue(site, asked),
    },
  ];
}

/** Back to the page the person was on, as somebody else. */
function switchUser(site: Site, asked: Asked): Reply {
  const account = new URLSearchParams(asked.body).get("account") ?? "";
  if (site.users.every((user) => user.accountId !== account)) {
    return textReply("There is no such user", "text/plain", 400);
  }
  const from = asked.headers["referer"];
  const back = from?.startsWith(`${site.url}/`) === true ? from : "/";
  return redirect(back, { "set-cookie": setCookie(userCookie, account) });
}

function chooseColors(asked: Asked): Reply {
  const { colorMode } = colorChoice.parse(JSON.parse(asked.body));
  const reply = jsonReply({});
  return {
    ...reply,
    headers: { ...reply.headers, "set-cookie": setCookie(colorCookie, colorMode) },
  };
}
