import { type Html, html } from "../html";
import { type Asked, page, type Reply } from "../http";
import { type AskJira, type FromJira, jiraAs } from "../jira-as";
import type { Site } from "../site";
import { viewerOf } from "../viewer";
import { lastNews } from "../issue-changes";
import { historySection } from "./issue-history";
import { detailsPanel, type FieldNames, issueDates } from "./issue-details";
import {
  changelogPage,
  fieldList,
  type History,
  type Issue,
  issue,
  type Relative,
  searchPage,
  type Transition,
  transitions,
} from "./jira-shapes";
import { layout, messagePage } from "./layout";
import { framePlace, statusLozenge, typeIcon } from "./parts";

const childFields = "summary,status,issuetype";
const shownChildren = 100;

/** The issue view: what Jira knows, the transitions, the history, and the app's panel at the right. */
export async function issuePage(site: Site, asked: Asked): Promise<Reply> {
  const viewer = viewerOf(site, asked);
  const news = lastNews(site);
  const ask = jiraAs(site.jira, viewer.user.accountId);
  const key = encodeURIComponent(asked.params["key"] ?? "");
  const found = await ask.get(`/rest/api/3/issue/${key}`, issue);
  if (!found.ok) {
    const title = "We couldn't find this issue";
    return page(messagePage(site, viewer, { title, lines: found.messages }), found.status);
  }
  const shown = found.value;
  const [moves, children, history, names] = await Promise.all([
    transitionsOf(ask, shown),
    childrenOf(ask, shown),
    historyOf(ask, shown),
    namesOf(ask),
  ]);
  const content = { issue: shown, moves, children, history, names, news };
  return page(
    layout(site, viewer, {
      title: `[${shown.key}] ${shown.fields.summary ?? ""}`,
      here: "issues",
      main: issueMain(site, content),
    }),
  );
}

type Content = {
  readonly issue: Issue;
  readonly moves: readonly Transition[];
  readonly children: readonly Relative[];
  readonly history: readonly History[];
  readonly names: FieldNames;
  /** The last change that this page shows. */
  readonly news: number;
};

function issueMain(site: Site, content: Content): Html {
  const { fields, key, id } = content.issue;
  return html`<div
    id="issue"
    data-key="${key}"
    data-issue-id="${id}"
    data-project-id="${fields.project?.id}"
    data-news="${content.news}"
  >
    ${breadcrumbs(content.issue)}
    <div class="issue-columns">
      <div class="issue-main">
        <h1>${fields.summary}</h1>
        <div data-part="children">
          ${relatives("Child issues", content.children)}
          ${relatives("Sub-tasks", fields.subtasks ?? [])}
        </div>
        <div data-part="history">${historySection(content.history)}</div>
      </div>
      <aside class="issue-side" aria-label="Issue details">
        <div data-part="status">${statusMenu(content.issue, content.moves)}</div>
        <div data-part="details">${detailsPanel(content.issue, content.names)}</div>
        ${contextPanels(site, content.issue)}
        <div data-part="dates">${issueDates(content.issue)}</div>
      </aside>
    </div>
  </div>`;
}

function breadcrumbs({ key, fields }: Issue): Html {
  const { project, parent, issuetype } = fields;
  return html`<nav class="breadcrumbs" aria-label="Breadcrumbs">
    <a href="/projects">Projects</a>
    ${project && html`<a href="/projects/${project.key}">${project.name}</a>`}
    ${
      parent &&
      html`<a href="/browse/${parent.key}" title="${parent.fields.summary}"
        >${typeIcon(parent.fields.issuetype)} ${parent.key}</a
      >`
    }
    <a href="/browse/${key}" aria-current="page">${typeIcon(issuetype)} ${key}</a>
  </nav>`;
}

function relatives(title: string, list: readonly Relative[]): Html | undefined {
  if (list.length === 0) return undefined;
  const done = list.filter((each) => each.fields.status?.statusCategory.key === "done").length;
  return html`<section class="relatives">
    <h2>${title} <span class="muted">${done} of ${list.length} done</span></h2>
    <ul>
      ${list.map(
        ({ key, fields }) =>
          html`<li>
            ${typeIcon(fields.issuetype)} <a href="/browse/${key}">${key}</a>
            <a class="relative-summary" href="/browse/${key}">${fields.summary}</a>
            ${statusLozenge(fields.status)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function statusMenu({ fields }: Issue, moves: readonly Transition[]): Html {
  const category = fields.status?.statusCategory.key ?? "new";
  return html`<div class="status-row">
    <details class="menu status-menu">
      <summary class="category-${category}" aria-label="Status: ${fields.status?.name}">
        ${fields.status?.name} <span aria-hidden="true">▾</span>
      </summary>
      <ul>
        ${moves.map(transitionItem)}
        ${moves.length === 0 ? html`<li class="muted">No transitions</li>` : undefined}
      </ul>
    </details>
    ${fields.resolution && html`<span class="resolution">✓ ${fields.resolution.name}</span>`}
  </div>`;
}

/** Where Jira would show a screen that asks for the resolution, the menu offers each; the plain move takes the usual one. */
function transitionItem(move: Transition): Html {
  const resolutions = move.fields?.resolution?.allowedValues ?? [];
  return html`<li>
    <button type="button" data-transition="${move.id}">
      ${move.name === move.to.name ? undefined : html`${move.name} <span aria-hidden="true">→</span>`}
      ${statusLozenge(move.to)}
    </button>
    ${resolutions.map(
      ({ id, name }) =>
        html`<button
          type="button"
          class="as-resolution"
          data-transition="${move.id}"
          data-resolution="${id}"
          aria-label="${move.to.name} as ${name}"
        >
          as ${name}
        </button>`,
    )}
  </li>`;
}

function contextPanels(site: Site, { id, key, fields }: Issue): readonly Html[] {
  const { project, issuetype } = fields;
  const extension = {
    type: "jira:issueContext",
    issue: { id, key, type: issuetype?.name, typeId: issuetype?.id },
    project: { id: project?.id, key: project?.key, type: project?.projectTypeKey ?? "software" },
  };
  return site.manifest.surfaces
    .filter((surface) => surface.type === "jira:issueContext")
    .map(
      (surface) =>
        html`<details class="panel" data-panel="${surface.key}" open>
          <summary>${surface.label}</summary>
          ${framePlace(site, {
            moduleKey: surface.key,
            title: surface.title,
            resource: surface.resource,
            extension,
          })}
        </details>`,
    );
}

async function transitionsOf(ask: AskJira, { key }: Issue): Promise<readonly Transition[]> {
  const path = `/rest/api/3/issue/${key}/transitions?expand=transitions.fields`;
  return valueOr(await ask.get(path, transitions), { transitions: [] }).transitions;
}

/** Children above the level of sub-tasks; the issue itself names its sub-tasks. */
async function childrenOf(ask: AskJira, { key, fields }: Issue): Promise<readonly Relative[]> {
  if ((fields.issuetype?.hierarchyLevel ?? 0) < 1) return [];
  const query = new URLSearchParams({
    jql: `parent = ${key} ORDER BY created ASC`,
    fields: childFields,
    maxResults: String(shownChildren),
  });
  const found = await ask.get(`/rest/api/3/search/jql?${query.toString()}`, searchPage);
  const { issues } = valueOr(found, { issues: [] });
  return issues.filter((each) => each.fields.issuetype?.subtask !== true);
}

/** The newest page of the changelog: Jira answers it oldest first, so the last page is asked for. */
async function historyOf(ask: AskJira, { key }: Issue): Promise<readonly History[]> {
  const path = (startAt: number) =>
    `/rest/api/3/issue/${key}/changelog?startAt=${String(startAt)}&maxResults=100`;
  const first = valueOr(await ask.get(path(0), changelogPage), { total: 0, values: [] });
  if (first.total <= 100) return first.values;
  return valueOr(await ask.get(path(first.total - 100), changelogPage), first).values;
}

async function namesOf(ask: AskJira): Promise<FieldNames> {
  const fields = valueOr(await ask.get("/rest/api/3/field", fieldList), []);
  return Object.fromEntries(fields.map(({ id, name }) => [id, name]));
}

function valueOr<T>(answer: FromJira<T>, otherwise: T): T {
  return answer.ok ? answer.value : otherwise;
}
