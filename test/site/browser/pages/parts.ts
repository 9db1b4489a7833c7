import { type Html, html, json, type Part } from "../html";
import type { Surface } from "../context";
import { resourceUrl, type Site } from "../site";
import type { Issue } from "./jira-shapes";
import { dayText } from "./words";

type StatusLike = { readonly name: string; readonly statusCategory: { readonly key: string } };

/** A status as Jira shows it: grey, blue or green by category, always with its name. */
export function statusLozenge(status: StatusLike | undefined): Part {
  if (status === undefined) return undefined;
  return html`<span class="lozenge category-${status.statusCategory.key}">${status.name}</span>`;
}

type TypeLike = {
  readonly name: string;
  readonly subtask?: boolean | undefined;
  readonly hierarchyLevel?: number | undefined;
};

/** The small square of an issue type; its name is the text alternative. */
export function typeIcon(type: TypeLike | undefined): Part {
  if (type === undefined) return undefined;
  return html`<span
    class="type ${typeClass(type)}"
    role="img"
    aria-label="${type.name}"
    title="${type.name}"
  ></span>`;
}

function typeClass(type: TypeLike): string {
  if (type.subtask === true) return "type-sub-task";
  if ((type.hierarchyLevel ?? 0) > 1) return "type-initiative";
  if (type.hierarchyLevel === 1) return "type-epic";
  const known = ["bug", "story", "task"].find((name) => type.name.toLowerCase().includes(name));
  return `type-${known ?? "task"}`;
}

function avatar(name: string): Html {
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join("")
    .toUpperCase();
  const hue = Buffer.from(name).reduce((sum, byte) => sum + byte, 0) % 6;
  return html`<span class="avatar avatar-${hue}" aria-hidden="true">${initials}</span>`;
}

export function personName(person: { readonly displayName: string } | null | undefined): Html {
  return person
    ? html`<span class="person">${avatar(person.displayName)}${person.displayName}</span>`
    : html`<span class="muted">Unassigned</span>`;
}

/** A place for a frame of the app; the browser script puts the frame there. */
export function framePlace(
  site: Site,
  surface: Surface & { readonly title: string; readonly resource: string },
  historyBase?: string,
): Html {
  return html`<div
    class="frame"
    data-surface="${json(surfaceData(site, surface, historyBase))}"
  ></div>`;
}

export function surfaceData(
  site: Site,
  surface: Surface & { readonly title: string; readonly resource: string },
  historyBase?: string,
) {
  const { moduleKey, extension, title } = surface;
  return { moduleKey, title, extension, src: resourceUrl(site, surface.resource), historyBase };
}

/** The list of issues of the navigator and of a project. */
export function issueTable(issues: readonly Issue[]): Html {
  return html`<div class="table-scroll">
    <table class="issues">
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Summary</th>
          <th scope="col">Status</th>
          <th scope="col">Assignee</th>
          <th scope="col">Resolution</th>
          <th scope="col">Updated</th>
        </tr>
      </thead>
      <tbody>
        ${issues.map(
          ({ key, fields }) =>
            html`<tr>
              <td class="nowrap">
                ${typeIcon(fields.issuetype)} <a href="/browse/${key}">${key}</a>
              </td>
              <td class="summary"><a href="/browse/${key}">${fields.summary}</a></td>
              <td>${statusLozenge(fields.status)}</td>
              <td>${personName(fields.assignee)}</td>
              <td class="muted">${fields.resolution?.name ?? "Unresolved"}</td>
              <td class="nowrap">${dayText(fields.updated)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
