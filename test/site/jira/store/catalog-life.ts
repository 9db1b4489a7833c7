import { type Catalog, closedAt, releasedAt } from "./catalog";
import type { StoreEvent } from "./store-event";

/** What the data tell of versions and sprints to come. */
export type CatalogOccurrence =
  | { readonly at: number; readonly kind: "version-released"; readonly id: string }
  | { readonly at: number; readonly kind: "sprint-started" | "sprint-closed"; readonly id: string };

/** Releases of versions and the beginnings and ends of sprints, as far as the data date them. */
export function catalogOccurrences({ versions, sprints }: Catalog): readonly CatalogOccurrence[] {
  const dated = <K extends CatalogOccurrence["kind"]>(kind: K, id: string, at: number | null) =>
    at === null ? [] : [{ at, kind, id }];
  return [
    ...[...versions].flatMap(([id, version]) => dated("version-released", id, releasedAt(version))),
    ...[...sprints].flatMap(([id, sprint]) => [
      ...dated("sprint-started", id, sprint.start),
      ...dated("sprint-closed", id, sprint.start === null ? null : closedAt(sprint)),
    ]),
  ];
}

/** Undefined when somebody changed the version or sprint before its recorded time came. */
export function catalogEvent(
  { kind, id, at }: CatalogOccurrence,
  now: Pick<Catalog, "versions" | "sprints">,
): StoreEvent | undefined {
  const origin = { accountId: null, byApp: false };
  const version = now.versions.get(id);
  if (kind === "version-released") {
    if (version === undefined || releasedAt(version) !== at) return undefined;
    return { kind: "version", what: "released", version, origin };
  }
  const sprint = now.sprints.get(id);
  const what = kind === "sprint-started" ? "started" : "closed";
  if (sprint === undefined || (what === "started" ? sprint.start : closedAt(sprint)) !== at) {
    return undefined;
  }
  return { kind: "sprint", what, sprint, before: undefined, origin };
}
