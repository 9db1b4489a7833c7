import type { Catalog, Person } from "../store/catalog";
import type { RecordedIssue } from "../store/issue";
import { type CatalogBuilder, createCatalogBuilder } from "./catalog-builder";
import { type ExportedIssues, ExportRefused } from "./exported-issues";
import type { ImportContext } from "./import-context";
import type { IssueLine, StatusCategories } from "./issue-line";
import { recordIssue } from "./record-issue";
import { sprintOf } from "./sprint-of";
import { createSiteIds, type SiteIds } from "./site-ids";

export type Imported = {
  readonly catalog: Catalog;
  readonly issues: readonly RecordedIssue[];
};

/**
 * Brings exports of one or several source sites into one Jira site. `securityLevelOf` marks issues by key; `users` sign
 * in to the site under the names that they have there.
 */
export function importExports(
  exports: readonly ExportedIssues[],
  securityLevelOf: (key: string) => string | null = () => null,
  users: readonly Person[] = [],
): Imported {
  const known = new Map([
    ...exports.flatMap(({ people }) => [...(people ?? [])]),
    ...users.map(({ accountId, displayName }) => [accountId, { displayName }] as const),
  ]);
  const catalog = createCatalogBuilder(known);
  const siteIds = createSiteIds(exports.flatMap(({ lines }) => lines.map((line) => line.site)));
  const issueIds = indexKeys(exports, siteIds);
  for (const { lines } of exports) for (const line of lines) mention(line, catalog, siteIds);

  let changes = 0;
  const nextChangeId = () => String(10_000 + (changes += 1));
  const issues = exports.flatMap((each) => {
    const contextOf = contextsOf(each, { catalog, siteIds, issueIds, securityLevelOf });
    return each.lines.map((line) => recordIssue(line, contextOf(line.site), nextChangeId));
  });
  return { catalog: catalog.build(), issues };
}

type Shared = {
  readonly catalog: CatalogBuilder;
  readonly siteIds: SiteIds;
  readonly issueIds: ReadonlyMap<string, string>;
  readonly securityLevelOf: (key: string) => string | null;
};

function contextsOf(
  { statuses }: ExportedIssues,
  { catalog, siteIds, issueIds, securityLevelOf }: Shared,
): (site: string) => ImportContext {
  return (site) => ({
    catalog,
    siteId: (sourceId) => siteIds(site, sourceId),
    categoryOf: (name) => statuses[name] ?? "undefined",
    firstStatus: firstStatus(statuses),
    issueIdOf: (key) => issueIds.get(key),
    projectIdOf: (projectKey) => catalog.project(projectKey, projectKey),
    securityLevelOf,
  });
}

const usualBeginnings = ["Open", "To Do", "Backlog", "New", "Created"];

function firstStatus(statuses: StatusCategories): string {
  const fresh = Object.keys(statuses).filter((name) => statuses[name] === "new");
  const usual = usualBeginnings.find((name) => fresh.includes(name));
  return usual ?? fresh.find((name) => !/reopen/i.test(name)) ?? fresh[0] ?? "Open";
}

/** Every key that an issue has or had → its id. */
function indexKeys(
  exports: readonly ExportedIssues[],
  siteIds: SiteIds,
): ReadonlyMap<string, string> {
  const now = new Map<string, string>();
  const former = new Map<string, string>();
  const ids = new Set<string>();
  for (const { name, line } of exports.flatMap(allLines)) {
    const id = siteIds(line.site, line.id);
    if (now.has(line.key)) throw new ExportRefused(`${name}: issue ${line.key} is there twice`);
    if (ids.has(id))
      throw new ExportRefused(`${name}: id ${line.id} of ${line.key} is there twice`);
    now.set(line.key, id);
    ids.add(id);
    for (const key of formerKeys(line)) former.set(key, id);
  }
  return new Map([...former, ...now]);
}

function allLines({ name, lines }: ExportedIssues) {
  return lines.map((line) => ({ name, line }));
}

function formerKeys(line: IssueLine): readonly string[] {
  return line.changelog.flatMap(({ field, fromString }) =>
    field === "Key" && fromString !== null ? [fromString] : [],
  );
}

/** First pass: what only a later issue tells fully is known before the first changelog is read. */
function mention(line: IssueLine, catalog: CatalogBuilder, siteIds: SiteIds): void {
  const projectId = catalog.project(line.project, line.projectName);
  const siteId = (id: string) => siteIds(line.site, id);
  catalog.type(line.type, line.subtask ? -1 : line.hierarchyLevel);
  for (const version of line.fixVersions) {
    catalog.version({ ...version, id: siteId(version.id), projectId });
  }
  for (const { type, direction, text } of line.links) catalog.link(type, direction, text);
  for (const sprint of line.sprints) catalog.sprint(sprintOf(sprint, siteId), projectId);
}
