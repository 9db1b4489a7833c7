import type { SiteFields } from "../domain/replay/change-field";
import type { ReplayField } from "../domain/replay/history";
import type { ChangeWish } from "../use-cases/history-ports";
import type { AskJira } from "./ask-jira";
import { type ChangeItem, fieldsPerFetch, readChangelogs } from "./changelogs";
import { chunksOf } from "./chunks";
import { idsIn, quoted } from "./jql";
import { changelogIdsOf } from "./past-fields";
import { changeOf } from "./past-issue";
import { approximateCount, searchIds } from "./search";
import { withoutRefused } from "./without-refused";

/** Issues whose changelogs are held at once. */
const issuesAtOnce = 1000;

type Asked = {
  readonly projectIds: readonly string[];
  readonly wishes: readonly ChangeWish[];
};

/**
 * Issues of these projects whose changelog tells a change that is wished for. Of the fields whose past JQL can ask for,
 * a search tells, which costs least; some that it finds may never have changed.
 */
export async function changedIn(
  asker: AskJira,
  { projectIds, wishes }: Asked,
  site: SiteFields,
): Promise<readonly string[]> {
  if (projectIds.length === 0) return [];
  const clauses = wishes.flatMap((wish) => clauseOfPast(wish) ?? []);
  const searched = clauses.length === 0 ? null : await foundByJql(asker, projectIds, clauses);
  const rest = searched === null ? wishes : wishes.filter((wish) => clauseOfPast(wish) === null);
  const told = await foundInChangelogs(asker, { projectIds, wishes: rest }, site);
  return [...new Set([...(searched ?? []), ...told])];
}

/**
 * Null where Jira refuses the query even of the projects that the app may browse: a value that a rule once named may be
 * gone.
 */
async function foundByJql(
  asker: AskJira,
  projectIds: readonly string[],
  clauses: readonly string[],
): Promise<readonly string[] | null> {
  const jql = `${idsIn("project", projectIds)} AND (${clauses.join(" OR ")})`;
  const found = await searchIds(asker, jql);
  if (found.kind === "read") return found.ids;
  const seen = await seenAmong(asker, projectIds);
  if (seen.length === 0) return [];
  return seen.length < projectIds.length ? foundByJql(asker, seen, clauses) : null;
}

/** Those of the projects that the app may browse. */
async function seenAmong(
  asker: AskJira,
  projectIds: readonly string[],
): Promise<readonly string[]> {
  const seen: string[] = [];
  await withoutRefused(projectIds, async (some) => {
    const counted = await approximateCount(asker, idsIn("project", some));
    if (counted.kind === "refused") return counted;
    seen.push(...some);
    return { kind: "read" };
  });
  return seen;
}

/** Fields that the JQL operators `was` and `changed` know, by their names in JQL. */
const namesInJql: ReadonlyMap<ReplayField, string> = new Map<ReplayField, string>([
  ["status", "status"],
  ["resolution", "resolution"],
  ["fix-version", "fixVersion"],
]);

/** Almost every issue once had nothing in a field, so that who left this is found by having changed at all. */
function clauseOfPast({ field, values }: ChangeWish): string | null {
  const name = namesInJql.get(field);
  if (name === undefined) return null;
  if (values === null || values.includes("")) return `${name} changed`;
  return `${name} was in (${values.map(quoted).join(", ")})`;
}

async function foundInChangelogs(
  asker: AskJira,
  { projectIds, wishes }: Asked,
  site: SiteFields,
): Promise<readonly string[]> {
  if (wishes.length === 0) return [];
  const fieldIds = fieldIdsOf(
    wishes.map(({ field }) => field),
    site,
  );
  const isWished = wished(wishes, site);
  const found: string[] = [];
  for (const ids of chunksOf(await idsInProjects(asker, projectIds), issuesAtOnce)) {
    const logs = await readChangelogs(asker, ids, fieldIds);
    found.push(...[...logs].filter(([, items]) => items.some(isWished)).map(([id]) => id));
  }
  return found;
}

async function idsInProjects(
  asker: AskJira,
  projectIds: readonly string[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  await withoutRefused(projectIds, async (some) => {
    const found = await searchIds(asker, idsIn("project", some));
    if (found.kind === "read") ids.push(...found.ids);
    return found;
  });
  return ids;
}

/** Null, for whole changelogs, where a field has no id or there are too many. */
function fieldIdsOf(fields: readonly ReplayField[], site: SiteFields): readonly string[] | null {
  const ids = new Set<string>();
  for (const field of fields) {
    const own = changelogIdsOf(field, site);
    if (own === null) return null;
    for (const id of own) ids.add(id);
  }
  return ids.size > fieldsPerFetch ? null : [...ids];
}

function wished(wishes: readonly ChangeWish[], site: SiteFields): (item: ChangeItem) => boolean {
  const tests = wishes.map(({ field, values }) => ({ field, isNamed: isAmong(values) }));
  return (item) => {
    const change = changeOf(item, site);
    if (change === null) return false;
    const named = [change.from, change.to, change.fromText, change.toText].flatMap(valuesIn);
    return tests.some(({ field, isNamed }) => field === change.field && named.some(isNamed));
  };
}

function isAmong(values: ChangeWish["values"]): (value: string) => boolean {
  if (values === null) return () => true;
  const known = new Set(values.map((value) => value.toLowerCase()));
  return (value) => known.has(value.toLowerCase());
}

/** A side of a change as it is, and its parts: sprints come as "Sprint 1, Sprint 2", labels as "a b"; none is "". */
function valuesIn(side: string | null): readonly string[] {
  if (side === null) return [""];
  return [side, ...side.split(/, */), ...side.split(" ")];
}
