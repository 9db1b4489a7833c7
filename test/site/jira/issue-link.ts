import type { LinkType } from "./store/catalog";
import type { StoredIssue } from "./store/issue";
import type { World } from "./world";

/** A link with its direction: the source blocks, the destination is blocked. */
export type PlacedLink = {
  readonly type: LinkType;
  readonly source: StoredIssue;
  readonly destination: StoredIssue;
};

/** The links of an issue whose other end is in the site. */
export function placedLinks(world: World, issue: StoredIssue): readonly PlacedLink[] {
  return issue.fields.links.flatMap((link) => {
    const { words, key } = partsOfLink(link);
    const other = world.store.byKey(key);
    const type = world.store.catalog.linkTypes.get(words);
    if (other === undefined || type === undefined) return [];
    return type.outward === words
      ? [{ type, source: issue, destination: other }]
      : [{ type, source: other, destination: issue }];
  });
}

export function partsOfLink(link: string): { readonly words: string; readonly key: string } {
  const bar = link.lastIndexOf("|");
  return { words: link.slice(0, bar), key: link.slice(bar + 1) };
}

/** The same from both ends. Exports carry no ids of links: it is made of those of type, source and destination. */
export function linkIdOf({ type, source, destination }: PlacedLink): string {
  const part = (id: string) => (Number(id) % 100_000).toString().padStart(5, "0");
  return `${String(Number(type.id) % 1000)}${part(source.id)}${part(destination.id)}`;
}
