import { grouped } from "../grouped";
import type { ItemAsOf } from "./as-of";
import { matches, type QueryWords } from "./query/matches";
import type { Query } from "./query/query";

/** A link of a goal with its life, from the audit log; `until` is null for one that is there today. */
export type LinkLife = {
  readonly linkId: string;
  readonly descendants: boolean;
  readonly from: Date;
  readonly until: Date | null;
} & (
  | { readonly kind: "issue"; readonly issueId: string }
  | {
      readonly kind: "rule";
      /** Null for a rule whose past cannot be evaluated. */
      readonly query: Query | null;
      /** The issues that it matches today. */
      readonly today: readonly string[];
    }
);

/** All issues of one instant, by id, and what the words of rules mean. */
export type Site = {
  readonly items: ReadonlyMap<string, ItemAsOf>;
  readonly words: QueryWords;
};

/** Everything that these links bring, each issue once. */
export function reachedBy(links: readonly LinkLife[], site: Site): ReadonlySet<string> {
  const reached = new Set<string>();
  const withDescendants: string[] = [];
  for (const link of links) {
    const own = membersOf(link, site).filter((id) => site.items.has(id));
    for (const id of own) reached.add(id);
    if (link.descendants) withDescendants.push(...own);
  }
  for (const id of descendantsOf(withDescendants, site.items)) reached.add(id);
  return reached;
}

function membersOf(link: LinkLife, { items, words }: Site): readonly string[] {
  if (link.kind === "issue") return [link.issueId];
  const { query, today } = link;
  if (query === null) return today;
  return [...items.values()]
    .filter((issue) => matches(query, issue, words))
    .map(({ item }) => item.id);
}

/** A loop in the data is gone through once. */
function descendantsOf(
  ids: readonly string[],
  items: ReadonlyMap<string, ItemAsOf>,
): ReadonlySet<string> {
  if (ids.length === 0) return new Set();
  const children = grouped([...items.values()], ({ item }) => item.parentId ?? "");
  const found = new Set<string>();
  let level: readonly string[] = [...new Set(ids)];
  while (level.length > 0) {
    level = level
      .flatMap((id) => children.get(id) ?? [])
      .flatMap(({ item }) => (found.has(item.id) ? [] : [item.id]));
    for (const id of level) found.add(id);
  }
  return found;
}
