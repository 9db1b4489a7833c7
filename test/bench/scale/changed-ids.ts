import type { MadeSite } from "./made-site";

/**
 * Ids of the issues that the app's search for changes finds: updated within its bounds, and of those that it names as
 * known only what was updated later than known, the earliest first. Null where the JQL is another.
 */
export function changedIds(site: MadeSite, jql: string): readonly string[] | null {
  const [bounds = ""] = jql.split("(updated");
  const since = /updated >= (\d+)/.exec(bounds)?.[1];
  if (since === undefined) return null;
  const until = Number(/updated < (\d+)/.exec(bounds)?.[1] ?? Infinity);
  const knownUntil = new Map<string, number>();
  for (const [, end, ids = ""] of jql.matchAll(
    /\(updated >= (\d+) OR id not in \(([\d, ]+)\)\)/g,
  )) {
    for (const id of ids.split(", ")) knownUntil.set(id, Number(end));
  }
  const isFound = (id: string, updated: number) =>
    updated >= Number(since) && updated < until && updated >= (knownUntil.get(id) ?? 0);
  return [...site.issues.values()]
    .filter(({ item, updatedAt }) => isFound(item.id, updatedAt.getTime()))
    .toSorted((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime())
    .map(({ item }) => item.id);
}
