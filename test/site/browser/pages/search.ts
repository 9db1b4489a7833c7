import { type Html, html } from "../html";
import type { FromJira } from "../jira-as";
import { jiraAs } from "../jira-as";
import type { Site } from "../site";
import type { Viewer } from "../viewer";
import { issueTable } from "./parts";
import { searchPage } from "./jira-shapes";
import type { z } from "zod/mini";

const columns = ["summary", "status", "issuetype", "assignee", "resolution", "updated"];
const pageSize = 50;

export type Search = {
  readonly action: string;
  readonly jql: string;
  readonly token: string | null;
};

/** A JQL field with the page of issues it finds; Jira's message stands at the field when it refuses the query. */
export async function searchSection(site: Site, viewer: Viewer, search: Search): Promise<Html> {
  const parameters = new URLSearchParams({
    jql: search.jql,
    fields: columns.join(","),
    maxResults: String(pageSize),
  });
  if (search.token !== null) parameters.set("nextPageToken", search.token);
  const path = `/rest/api/3/search/jql?${parameters.toString()}`;
  const found = await jiraAs(site.jira, viewer.user.accountId).get(path, searchPage);
  return html`<form class="jql" action="${search.action}" role="search">
      <label for="jql">JQL</label>
      <input
        id="jql"
        name="jql"
        value="${search.jql}"
        autocomplete="off"
        spellcheck="false"
        ${found.ok ? undefined : html`aria-invalid="true" aria-describedby="jql-error"`}
      />
      <button type="submit" class="button primary">Search</button>
    </form>
    ${results(search, found)}`;
}

function results(search: Search, found: FromJira<z.infer<typeof searchPage>>): Html {
  if (!found.ok) {
    return html`<div id="jql-error" class="field-error" role="alert">
      ${found.messages.map((message) => html`<p>${message}</p>`)}
    </div>`;
  }
  const { issues, nextPageToken } = found.value;
  if (issues.length === 0) return html`<p class="empty">No issues match this search.</p>`;
  return html`${issueTable(issues)} ${next(search, nextPageToken)}`;
}

function next(search: Search, token: string | null | undefined): Html | undefined {
  if (token === null || token === undefined) return undefined;
  const query = new URLSearchParams({ jql: search.jql, token }).toString();
  return html`<p><a class="button" href="${search.action}?${query}">Next page</a></p>`;
}
