import type { LoggedCall } from "../../boundary";
import { html, type Html } from "../html";
import { type Asked, page, type Reply } from "../http";
import type { Site } from "../site";
import { viewerOf } from "../viewer";
import { layout } from "./layout";
import { instantText } from "./words";

const shown = 300;

/** What of the call log a person asks for; an empty text asks for everything. */
type Wanted = Readonly<Record<"service" | "text" | "invocation" | "status" | "fault", string>>;

/** The last calls that crossed a boundary of the app, newest first. */
export function callsPage(site: Site, asked: Asked): Reply {
  const wanted = wantedOf(asked.url.searchParams);
  const all = site.calls.all();
  const found = all.filter((call) => fits(call, wanted));
  const last = found.slice(-shown).reverse();
  const unmodelled = all.filter((call) => call.status === 501).length;
  const main = html`<h1>Calls of the app</h1>
    <p class="muted">
      ${all.length} calls; ${unmodelled} not modelled; ${site.violations.length} violations of the
      content security policy.
    </p>
    ${filterForm(all, wanted)}
    <p class="muted" role="status">
      ${found.length === last.length ? found.length : html`The last ${last.length} of ${found.length}`}
      ${found.length === 1 ? "call" : "calls"} shown.
    </p>
    ${callTable(site, last)}`;
  return page(layout(site, viewerOf(site, asked), { title: "Calls", here: "none", main }));
}

function wantedOf(query: URLSearchParams): Wanted {
  const given = (name: string) => query.get(name)?.trim() ?? "";
  return {
    service: given("service"),
    text: given("text"),
    invocation: given("invocation"),
    status: given("status"),
    fault: given("fault"),
  };
}

function fits(call: LoggedCall, { service, text, invocation, status, fault }: Wanted): boolean {
  const words = `${call.functionKey} ${call.method} ${call.path}`.toLowerCase();
  return (
    (service === "" || call.service === service) &&
    (invocation === "" || call.invocation === invocation) &&
    (status === "" || call.status >= 400) &&
    (fault === "" || call.fault !== undefined) &&
    words.includes(text.toLowerCase())
  );
}

function filterForm(all: readonly LoggedCall[], wanted: Wanted): Html {
  const services = [...new Set(all.map(({ service }) => service))].sort();
  return html`<form class="call-filter" method="get" action="/__site/calls">
    <label for="call-service">Service</label>
    <select id="call-service" name="service" autocomplete="off">
      <option value="">All</option>
      ${services.map(
        (service) =>
          html`<option
            value="${service}"
            ${service === wanted.service ? html`selected` : undefined}
          >
            ${service}
          </option>`,
      )}
    </select>
    <label for="call-text">Call or function</label>
    <input id="call-text" name="text" value="${wanted.text}" autocomplete="off" />
    ${choice("status", "Errors only", wanted.status)}
    ${choice("fault", "Faults only", wanted.fault)}
    ${
      wanted.invocation !== "" &&
      html`<input type="hidden" name="invocation" value="${wanted.invocation}" />`
    }
    <button class="button primary" type="submit">Filter</button>
    <a class="button" href="/__site/calls">Show all</a>
  </form>`;
}

function choice(name: string, text: string, value: string): Html {
  return html`<label class="check"
    ><input
      type="checkbox"
      name="${name}"
      value="on"
      autocomplete="off"
      ${value === "" ? undefined : html`checked`}
    />
    ${text}</label
  >`;
}

const headings = ["Site time", "Function", "Service", "As", "Call", "Status", "Points", "ms"];

function callTable(site: Site, calls: readonly LoggedCall[]): Html {
  return html`<div class="table-scroll">
    <table class="issues">
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${calls.map((call) => callRow(site, call))}
      </tbody>
    </table>
  </div>`;
}

function callRow(site: Site, call: LoggedCall): Html {
  const { invocation, functionKey, fault } = call;
  return html`<tr>
    <td class="nowrap">${instantText(new Date(call.at).toISOString())}</td>
    <td>
      ${
        invocation === ""
          ? functionKey
          : html`<a
              href="/__site/calls?invocation=${encodeURIComponent(invocation)}"
              title="Only this invocation"
              >${functionKey}</a
            >`
      }
    </td>
    <td>${call.service}</td>
    <td>${callerName(site, call.as)}</td>
    <td class="code">
      ${call.method} ${call.path} ${fault && html`<span class="lozenge fault">${fault}</span>`}
    </td>
    <td>${call.status}</td>
    <td>${call.points}</td>
    <td>${call.milliseconds.toFixed(1)}</td>
  </tr>`;
}

/** The display name of whom the call acted for; the app itself stays `app`. */
function callerName(site: Site, as: string): string {
  const accountId = as.replace(/^user:/, "");
  return site.users.find((user) => user.accountId === accountId)?.displayName ?? as;
}
