import type { Jira, JiraDoor, ProductEvent } from "../boundary";
import type { Clock } from "../clock";
import { setArchived } from "./edit/archive-issues";
import { createIssue, type EditableFields, editIssue, transitionIssue } from "./edit/edit-issue";
import type { ExportedIssues } from "./import/exported-issues";
import { importExports } from "./import/import-exports";
import { type Conformance, loadConformance } from "./openapi/conformance";
import { productEvents } from "./events/product-events";
import { allResources } from "./rest/all-resources";
import { handleRequest } from "./rest/handle-request";
import { createRouter } from "./rest/router";
import { createSearchIndex } from "./search-index";
import type { SiteUser } from "./site-user";
import { createStore, type Store } from "./store/create-store";
import type { StoredIssue } from "./store/issue";
import { createVisibility, type Grants, type Visibility } from "./visibility";
import type { World } from "./world";

export type JiraOptions = {
  readonly clock: Clock;
  readonly exports: readonly ExportedIssues[];
  readonly users: readonly SiteUser[];
  /** Marks issues, by key, with a security level of this name. */
  readonly securityLevelOf?: (key: string) => string | null;
  readonly appAccountId?: string;
  /** What the app itself may see, everything by default. */
  readonly appGrants?: Grants;
  /** Origin in `self` links. */
  readonly siteUrl?: string;
  readonly conformance?: Conformance;
  /** Site milliseconds until searches find a write; none by default. */
  readonly searchLagMilliseconds?: number;
};

/** The Jira of the local site: what the app and the pages ask, and what the site itself does with it. */
export type LocalJira = Jira & {
  readonly operationOf: JiraDoor["operationOf"];
  readonly store: Store;
  readonly users: readonly SiteUser[];
  readonly visibility: Visibility;
  readonly appAccountId: string;
  readonly transition: (issueId: string, statusId: string, accountId: string) => StoredIssue;
  readonly editFields: (
    issueId: string,
    fields: Partial<EditableFields>,
    accountId: string,
  ) => StoredIssue;
  readonly createIssue: (
    fields: Parameters<typeof createIssue>[1],
    accountId: string,
  ) => StoredIssue;
  readonly deleteIssue: (issueId: string, accountId: string) => void;
  /** Puts an issue and its sub-tasks into the archive, or takes them out again. */
  readonly setArchived: (issueId: string, archived: boolean, accountId: string) => void;
  /** Requests and answers that do not fit Atlassian's document, and whatever is not modelled: a test run wants none. */
  readonly faults: readonly string[];
  readonly setSearchLag: (milliseconds: number) => void;
  readonly stop: () => void;
};

export function createJira(options: JiraOptions): LocalJira {
  const { clock, users } = options;
  const { catalog, issues } = importExports(options.exports, options.securityLevelOf, users);
  const store = createStore(clock, catalog, issues);
  const appAccountId = options.appAccountId ?? "5f00000000000000000000aa";
  const visibility = createVisibility(store, users, {
    accountId: appAccountId,
    grants: options.appGrants,
  });
  const siteUrl = options.siteUrl ?? "https://local-site.atlassian.net";
  const searchIndex = createSearchIndex(store, options.searchLagMilliseconds);
  const world: World = { store, searchIndex, visibility, users, appAccountId, siteUrl };
  const conformance = options.conformance ?? loadConformance();
  const router = createRouter(world, conformance, allResources());

  const listeners: ((event: ProductEvent) => void)[] = [];
  store.onEvent((event) => {
    for (const told of productEvents(world, event)) for (const tell of listeners) tell(told);
  });
  const faults: string[] = [];
  const originOf = (accountId: string) => ({ accountId, byApp: false });

  return {
    handle: (request) =>
      Promise.resolve(handleRequest(request, { store, visibility, router, conformance, faults })),
    operationOf: ({ method, path }) =>
      router.operationOf(method.toUpperCase(), new URL(path, "http://jira").pathname)?.operation.id,
    onEvent: (listener) => {
      listeners.push(listener);
    },
    store,
    users,
    visibility,
    appAccountId,
    transition: (issueId, statusId, accountId) =>
      transitionIssue(world, issueId, { statusId }, originOf(accountId)),
    editFields: (issueId, fields, accountId) =>
      editIssue(world, issueId, fields, originOf(accountId)),
    createIssue: (fields, accountId) => createIssue(world, fields, originOf(accountId)),
    deleteIssue: (issueId, accountId) => {
      store.remove(issueId, originOf(accountId));
    },
    setArchived: (issueId, archived, accountId) => {
      const issue = store.byId(issueId);
      if (issue !== undefined) setArchived(world, issue, archived, originOf(accountId));
    },
    faults,
    setSearchLag: searchIndex.setLag,
    stop: store.stop,
  };
}
