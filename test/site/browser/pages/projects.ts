import { html } from "../html";
import { type Asked, page, type Reply } from "../http";
import { jiraAs } from "../jira-as";
import type { Site } from "../site";
import { viewerOf } from "../viewer";
import { projectPage } from "./jira-shapes";
import { layout, messagePage } from "./layout";

/** The projects that the person may browse. */
export async function projectsPage(site: Site, asked: Asked): Promise<Reply> {
  const viewer = viewerOf(site, asked);
  const path = "/rest/api/3/project/search?maxResults=50";
  const found = await jiraAs(site.jira, viewer.user.accountId).get(path, projectPage);
  if (!found.ok) {
    const message = { title: "Projects", lines: found.messages };
    return page(messagePage(site, viewer, message), found.status);
  }
  const projects = found.value.values;
  return page(
    layout(site, viewer, {
      title: "Projects",
      here: "projects",
      main: html`<h1>Projects</h1>
        ${
          projects.length === 0
            ? html`<p class="empty">There are no projects that you may browse.</p>`
            : html`<ul class="cards">
                ${projects.map(
                  (project) =>
                    html`<li>
                      <a class="card" href="/projects/${project.key}">
                        <span class="project-icon" aria-hidden="true"
                          >${project.key.slice(0, 2)}</span
                        >
                        <span>
                          <strong>${project.name}</strong>
                          <span class="muted">${project.key}</span>
                        </span>
                      </a>
                    </li>`,
                )}
              </ul>`
        }`,
    }),
  );
}
