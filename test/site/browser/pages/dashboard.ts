import { type Dashboard, inColumn, type Placed } from "../dashboards";
import { type Html, html, json } from "../html";
import { type Asked, page, type Reply } from "../http";
import type { SurfaceModule } from "../manifest";
import type { Site } from "../site";
import { viewerOf } from "../viewer";
import { layout, messagePage } from "./layout";
import { surfaceData } from "./parts";

/** Pixels: what a widget learns of its place before it is drawn; its real height follows its content. */
const fullWidth = 1152;
const widgetHeight = 320;

/** A dashboard with the app's gadgets and widgets. */
export function dashboardPage(site: Site, asked: Asked): Reply {
  const viewer = viewerOf(site, asked);
  const dashboard = site.dashboards.find(asked.params["id"] ?? "");
  if (dashboard === undefined) {
    const lines = ["The dashboard you tried to view doesn't exist."];
    return page(messagePage(site, viewer, { title: "Dashboard not found", lines }), 404);
  }
  const columns = [0, 1, 2].slice(0, dashboard.columns);
  const main = html`<div id="dashboard" data-dashboard="${dashboard.id}">
    <div class="dashboard-head">
      <h1>${dashboard.name}</h1>
      <div class="dashboard-tools">
        <label class="inline" for="dashboard-columns">Columns</label>
        <select id="dashboard-columns" autocomplete="off">
          ${[1, 2, 3].map(
            (count) =>
              html`<option
                value="${count}"
                ${count === dashboard.columns ? html`selected` : undefined}
              >
                ${count}
              </option>`,
          )}
        </select>
        <button id="dashboard-refresh" type="button" class="button">Refresh</button>
        <button type="button" class="button primary" data-open-catalogue>Add gadget</button>
      </div>
    </div>
    <div class="columns columns-${dashboard.columns}">
      ${columns.map((column) => columnOf(site, dashboard, column))}
    </div>
    ${catalogue(site)}
  </div>`;
  return page(layout(site, viewer, { title: dashboard.name, here: "dashboards", main }));
}

function isDashboardModule(surface: SurfaceModule): boolean {
  return surface.type === "jira:dashboardGadget" || surface.type === "dashboards:widget";
}

function columnOf(site: Site, dashboard: Dashboard, column: number): Html {
  const gadgets = inColumn(dashboard, column);
  return html`<section class="column" aria-label="Column ${column + 1}">
    ${gadgets.map((placed) => gadgetCard(site, dashboard, placed))}
    ${
      gadgets.length === 0
        ? html`<button type="button" class="column-empty" data-open-catalogue>
            Add a gadget here
          </button>`
        : undefined
    }
  </section>`;
}

function gadgetCard(site: Site, dashboard: Dashboard, placed: Placed): Html {
  const surface = site.manifest.surfaces.find((each) => each.key === placed.moduleKey);
  if (surface === undefined) {
    return html`<article class="gadget" data-gadget-missing="${placed.moduleKey}">
      <header><h2>${placed.moduleKey}</h2></header>
      <p class="empty">The app no longer has this gadget.</p>
    </article>`;
  }
  const title = placed.title ?? surface.title;
  const place = {
    moduleKey: surface.key,
    title,
    extension: extensionOf(surface, dashboard, placed),
  };
  const view = surfaceData(site, { ...place, resource: surface.resource });
  const edit =
    surface.editResource === undefined
      ? undefined
      : json(surfaceData(site, { ...place, resource: surface.editResource }));
  const begin = placed.configuration === undefined && edit !== undefined ? "edit" : "view";
  return html`<article
    class="gadget"
    aria-label="${title}"
    data-gadget="${placed.id}"
    data-kind="${surface.type === "dashboards:widget" ? "widget" : "gadget"}"
    data-mode="${begin}"
    data-surface="${json(view)}"
    ${edit === undefined ? undefined : html`data-edit-surface="${edit}"`}
  >
    <header>
      <h2>${title}</h2>
      ${menu(title, edit !== undefined)}
    </header>
    <div class="gadget-body"></div>
  </article>`;
}

/** What the context's extension says in a gadget, and in the widget that replaces it. */
function extensionOf(surface: SurfaceModule, dashboard: Dashboard, placed: Placed) {
  if (surface.type === "dashboards:widget") {
    return {
      type: surface.type,
      config: placed.configuration ?? {},
      context: { dashboardId: dashboard.id, widgetId: placed.id },
      layout: { width: Math.floor(fullWidth / dashboard.columns), height: widgetHeight },
      placement: "DASHBOARD_VIEW",
    };
  }
  return {
    type: surface.type,
    dashboard: { id: dashboard.id },
    gadget: { id: placed.id },
    ...(placed.configuration === undefined ? {} : { gadgetConfiguration: placed.configuration }),
  };
}

function menu(title: string, editable: boolean): Html {
  const actions = [
    { name: "refresh", text: "Refresh" },
    ...(editable ? [{ name: "configure", text: "Configure" }] : []),
    { name: "up", text: "Move up" },
    { name: "down", text: "Move down" },
    { name: "left", text: "Move to the left" },
    { name: "right", text: "Move to the right" },
    { name: "remove", text: "Remove" },
  ];
  return html`<details class="menu">
    <summary aria-label="More actions for ${title}"><span aria-hidden="true">•••</span></summary>
    <ul>
      ${actions.map(
        (action) =>
          html`<li><button type="button" data-action="${action.name}">${action.text}</button></li>`,
      )}
    </ul>
  </details>`;
}

function catalogue(site: Site): Html {
  const modules = site.manifest.surfaces.filter(isDashboardModule);
  return html`<dialog id="catalogue" aria-labelledby="catalogue-title">
    <div class="dialog-head">
      <h2 id="catalogue-title">Add a gadget</h2>
      <button id="catalogue-close" type="button" class="button subtle">Close</button>
    </div>
    <ul class="catalogue">
      ${modules.map(
        (surface) =>
          html`<li>
            <div>
              <strong>${surface.title}</strong>
              <span class="lozenge"
                >${surface.type === "dashboards:widget" ? "Widget" : "Gadget"}</span
              >
              <p class="muted">${surface.description}</p>
            </div>
            <button
              type="button"
              class="button"
              data-add-module="${surface.key}"
              aria-label="Add ${surface.title} (${kindOf(surface)})"
            >
              Add
            </button>
          </li>`,
      )}
    </ul>
  </dialog>`;
}

function kindOf(surface: SurfaceModule): string {
  return surface.type === "dashboards:widget" ? "widget" : "gadget";
}
