import type { ChangeItem, StoredIssue } from "../store/issue";
import type { Origin } from "../store/store-event";
import type { PlacedLink } from "../issue-link";
import type { World } from "../world";

/** Links two issues; Jira writes it into the histories of both. */
export function linkIssues(world: World, link: PlacedLink, origin: Origin): void {
  changeEnds(world, link, true, origin);
}

export function unlinkIssues(world: World, link: PlacedLink, origin: Origin): void {
  changeEnds(world, link, false, origin);
}

function changeEnds(world: World, link: PlacedLink, add: boolean, origin: Origin): void {
  const { type, source, destination } = link;
  changeEnd(world, source, { words: type.outward, other: destination, add }, origin);
  changeEnd(world, destination, { words: type.inward, other: source, add }, origin);
}

type End = {
  readonly words: string;
  readonly other: StoredIssue;
  readonly add: boolean;
};

function changeEnd(world: World, issue: StoredIssue, end: End, origin: Origin): void {
  const { words, other, add } = end;
  const { key } = other.fields;
  const link = `${words}|${key}`;
  const present = world.store.byId(issue.id)?.fields.links ?? [];
  const others = present.filter((each) => each !== link);
  if (add === present.includes(link)) return;
  const sentence = `This issue ${words} ${key}`;
  const [from, to] = add ? [null, key] : [key, null];
  const [fromString, toString] = add ? [null, sentence] : [sentence, null];
  const item: ChangeItem = { field: "Link", fieldtype: "jira", from, fromString, to, toString };
  const patch = { links: add ? [...others, link] : others };
  world.store.change(issue.id, { items: [item], patch }, origin);
}
