import { type LinkLife, reachedBy, type Site } from "./reach";

/**
 * The issues that came into scope or left it by a change of parent and nothing else: with the links of the other
 * instant they would have come or gone just the same, with the parents of the other instant they would not.
 */
export function byParentChangeOnly(
  start: { readonly links: readonly LinkLife[]; readonly site: Site },
  end: { readonly links: readonly LinkLife[]; readonly site: Site },
): ReadonlySet<string> {
  const before = reachedBy(start.links, start.site);
  const after = reachedBy(end.links, end.site);
  const newParents = reachedBy(start.links, withParentsOf(start.site, end.site));
  const moved = (id: string) =>
    start.site.items.has(id) &&
    end.site.items.has(id) &&
    before.has(id) !== after.has(id) &&
    newParents.has(id) === after.has(id);
  return new Set([...before, ...after].filter(moved));
}

/** The issues of one instant with the parents that they have at another. */
function withParentsOf({ items, words }: Site, other: Site): Site {
  const placed = [...items].map(([id, issue]) => {
    const there = other.items.get(id);
    const parentId = there === undefined ? issue.item.parentId : there.item.parentId;
    return [id, { ...issue, item: { ...issue.item, parentId } }] as const;
  });
  return { items: new Map(placed), words };
}
