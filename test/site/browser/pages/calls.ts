import { html } from "../html";
import { type Asked, page, type Reply } from "../http";
import type { Site } from "../site";
import { viewerOf } from "../viewer";
import { layout } from "./layout";
import { instantText } from "./words";

const shown = 300;

/** The last calls that crossed a boundary of the app, newest first. */
export function callsPage(site: Site, asked: Asked): Reply {
  const viewer = viewerOf(site, asked);
  const all = site.calls.all();
  const last = all.slice(-shown).reverse();
  const unmodelled = all.filter((call) => call.status === 501).length;
  const main = html`<h1>Calls of the app</h1>
    <p class="muted">
      ${all.length} calls, the last ${last.length} shown; ${unmodelled} not modelled;
      ${site.violations.length} violations of the content security policy.
    </p>
    <div class="table-scroll">
      <table class="issues">
        <thead>
          <tr>
            ${["Site time", "Function", "Service", "As", "Call", "Status", "ms"].map(
              (heading) => html`<th scope="col">${heading}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${last.map(
            (call) =>
              html`<tr>
                <td class="nowrap">${instantText(new Date(call.at).toISOString())}</td>
                <td>${call.functionKey}</td>
                <td>${call.service}</td>
                <td>${call.as}</td>
                <td class="code">${call.method} ${call.path}</td>
                <td>${call.status}</td>
                <td>${call.milliseconds.toFixed(1)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  return page(layout(site, viewer, { title: "Calls", here: "none", main }));
}
