import { type Html, html } from "../html";
import { type Asked, page, type Reply } from "../http";
import { jiraAs } from "../jira-as";
import type { Site } from "../site";
import { type Viewer, viewerOf } from "../viewer";
import { type Project, project } from "./jira-shapes";
import { layout, messagePage } from "./layout";
import { framePlace } from "./parts";
import { searchSection } from "./search";

/** A project with its issues, and a tab for the app's page in it. */
export async function projectIssues(site: Site, asked: Asked): Promise<Reply> {
  return inProject(site, asked, async (viewer, found) => {
    const { searchParams } = asked.url;
    const jql = searchParams.get("jql") ?? `project = ${found.key} ORDER BY created DESC`;
    const action = `/projects/${found.key}`;
    return {
      here: "issues",
      body: await searchSection(site, viewer, { action, jql, token: searchParams.get("token") }),
    };
  });
}

/** The app's `jira:projectPage` in a project; what follows its address belongs to the app's own history. */
export async function projectApp(site: Site, asked: Asked): Promise<Reply> {
  return inProject(site, asked, (_viewer, found) => {
    const surface = projectSurface(site);
    if (surface === undefined) return undefined;
    const { id, key, projectTypeKey } = found;
    const extension = {
      type: surface.type,
      project: { id, key, type: projectTypeKey ?? "software" },
    };
    const place = { moduleKey: surface.key, title: surface.title, resource: surface.resource };
    const body = framePlace(site, { ...place, extension }, projectPagePath(site, found));
    return { here: "app", body };
  });
}

/** Address of the app's page in a project, as Jira Cloud forms it. */
export function projectPagePath(
  site: Site,
  { key, projectTypeKey }: Pick<Project, "key" | "projectTypeKey">,
): string {
  const app = `${site.manifest.appId}/${site.environmentId}`;
  return `/jira/${projectTypeKey ?? "software"}/projects/${key}/apps/${app}`;
}

function projectSurface(site: Site) {
  return site.manifest.surfaces.find((each) => each.type === "jira:projectPage");
}

type Tab = { readonly here: string; readonly body: Html };

async function inProject(
  site: Site,
  asked: Asked,
  tab: (viewer: Viewer, found: Project) => Promise<Tab> | Tab | undefined,
): Promise<Reply> {
  const viewer = viewerOf(site, asked);
  const key = encodeURIComponent(asked.params["key"] ?? "");
  const answer = await jiraAs(site.jira, viewer.user.accountId).get(
    `/rest/api/3/project/${key}`,
    project,
  );
  if (!answer.ok) {
    const message = { title: "This project can't be shown", lines: answer.messages };
    return page(messagePage(site, viewer, message), answer.status);
  }
  const shown = await tab(viewer, answer.value);
  if (shown === undefined) {
    const message = { title: "Not found", lines: ["The app has no such page."] };
    return page(messagePage(site, viewer, message), 404);
  }
  return page(
    layout(site, viewer, {
      title: answer.value.name,
      here: "projects",
      main: html`${header(site, answer.value, shown.here)} ${shown.body}`,
    }),
  );
}

function header(site: Site, found: Project, here: string): Html {
  const surface = projectSurface(site);
  const tabs = [
    { href: `/projects/${found.key}`, text: "Issues", name: "issues" },
    ...(surface === undefined
      ? []
      : [{ href: projectPagePath(site, found), text: surface.title, name: "app" }]),
  ];
  return html`<nav class="breadcrumbs" aria-label="Breadcrumbs">
      <a href="/projects">Projects</a>
    </nav>
    <div class="project-head">
      <span class="project-icon" aria-hidden="true">${found.key.slice(0, 2)}</span>
      <h1>${found.name}</h1>
    </div>
    <nav class="tabs" aria-label="Project">
      ${tabs.map(
        (tab) =>
          html`<a href="${tab.href}" ${tab.name === here ? html`aria-current="page"` : undefined}
            >${tab.text}</a
          >`,
      )}
    </nav>`;
}
