import { html } from "../html";
import { type Asked, page, redirect, type Reply } from "../http";
import { jiraAs } from "../jira-as";
import type { SurfaceModule, SurfaceType } from "../manifest";
import type { Site } from "../site";
import { type Viewer, viewerOf } from "../viewer";
import { myPermissions } from "./jira-shapes";
import { layout, messagePage, type NavigationItem } from "./layout";
import { framePlace } from "./parts";
import { projectPagePath } from "./project";

/** The app's `jira:globalPage`; what follows its address belongs to the app's own history. */
export function globalPage(site: Site, asked: Asked): Reply {
  return appPage(site, viewerOf(site, asked), "jira:globalPage", "goals");
}

/** The app's `jira:adminPage`, for people who may administer Jira. */
export async function adminPage(site: Site, asked: Asked): Promise<Reply> {
  const viewer = viewerOf(site, asked);
  if (!(await mayAdminister(site, viewer))) {
    const lines = ["You don't have permission to administer Jira."];
    return page(messagePage(site, viewer, { title: "Settings", lines }), 403);
  }
  return appPage(site, viewer, "jira:adminPage", "settings");
}

/** Where a module of the app stands, for `router.navigate({ target: "module", … })`; `path` goes on inside the module. */
export function modulePage(site: Site, asked: Asked): Reply {
  const { searchParams } = asked.url;
  const address = addressOfModule(site, asked.params["key"], searchParams.get("projectKey"));
  if (address !== undefined) {
    const path = (searchParams.get("path") ?? "").replace(/^\/+/, "");
    return redirect(path === "" ? address : `${address}/${path}`);
  }
  const message = { title: "Not found", lines: ["This module has no page of its own."] };
  return page(messagePage(site, viewerOf(site, asked), message), 404);
}

function addressOfModule(site: Site, key: string | undefined, projectKey: string | null) {
  const surface = site.manifest.surfaces.find((each) => each.key === key);
  if (surface?.type === "jira:globalPage" || surface?.type === "jira:adminPage") {
    return baseOf(site, surface.type);
  }
  if (surface?.type !== "jira:projectPage" || projectKey === null) return undefined;
  return projectPagePath(site, { key: projectKey });
}

function appPage(site: Site, viewer: Viewer, type: SurfaceType, here: NavigationItem): Reply {
  const surface = site.manifest.surfaces.find((each) => each.type === type);
  if (surface === undefined) {
    const message = { title: "Not found", lines: ["The app has no such page."] };
    return page(messagePage(site, viewer, message), 404);
  }
  const fill = surface.layout === "blank" ? "blank" : "app";
  const breadcrumbs = html`<nav class="breadcrumbs" aria-label="Breadcrumbs">
    <a href="${baseOf(site, type)}" aria-current="page">${surface.title}</a>
  </nav>`;
  const main = html`<h1 class="visually-hidden">${surface.title}</h1>
    ${fill === "app" ? breadcrumbs : undefined}
    ${framePlace(site, placeOf(surface), baseOf(site, type))}`;
  return page(layout(site, viewer, { title: surface.title, here, main, fill }));
}

function placeOf(surface: SurfaceModule) {
  const { key, title, resource, type } = surface;
  return { moduleKey: key, title, resource, extension: { type } };
}

function baseOf(site: Site, type: "jira:globalPage" | "jira:adminPage" | SurfaceType): string {
  const app = `${site.manifest.appId}/${site.environmentId}`;
  return type === "jira:adminPage" ? `/jira/settings/apps/${app}` : `/jira/apps/${app}`;
}

async function mayAdminister(site: Site, viewer: Viewer): Promise<boolean> {
  const answer = await jiraAs(site.jira, viewer.user.accountId).get(
    "/rest/api/3/mypermissions?permissions=ADMINISTER",
    myPermissions,
  );
  return answer.ok && answer.value.permissions["ADMINISTER"]?.havePermission === true;
}
