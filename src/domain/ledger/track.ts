import { isDropped } from "../classes";
import { compareIds } from "../compare-ids";
import type { Item } from "../item";
import { ownSizeOf } from "../own-size";
import type { ScopeState } from "../scope-state";
import type { Cause } from "./cause";

/** The two states that a ledger compares, and which items came or went by a change of parent alone. */
export type Span = {
  readonly start: ScopeState;
  readonly end: ScopeState;
  readonly byParentOnly: ReadonlySet<string>;
};

/** An item of either state, and the causes that turn its facts from those of the start into those of the end. */
export type Track = {
  readonly id: string;
  /** As at the start, or as it joined. */
  readonly before: Item;
  /** As at the end, or as it left. */
  readonly after: Item;
  readonly presence: { readonly kind: "stays" | "joins" | "leaves"; readonly cause: Cause | null };
  /** Of its category and resolution. */
  readonly status: Cause | null;
  /** Of its estimates, its type and its project. */
  readonly size: Cause | null;
  readonly parent: Cause | null;
};

/** Every item of both states, by id. */
export function tracksOf(span: Span): readonly Track[] {
  const start = new Map(span.start.items.map((item) => [item.id, item]));
  const end = new Map(span.end.items.map((item) => [item.id, item]));
  const tracks = [...start.values()].map((before) => {
    const after = end.get(before.id);
    return after === undefined ? absent(before, "leaves", span) : stays(before, after, span);
  });
  const joining = [...end.values()].filter(({ id }) => !start.has(id));
  return [...tracks, ...joining.map((item) => absent(item, "joins", span))].toSorted((a, b) =>
    compareIds(a.id, b.id),
  );
}

/** In one of the two states only: whatever else changed with it is part of its coming or going. */
function absent(item: Item, kind: "joins" | "leaves", span: Span): Track {
  const byLink = kind === "joins" ? "added" : "removed";
  const cause = span.byParentOnly.has(item.id) ? "re-parented" : byLink;
  const presence = { kind, cause } as const;
  return {
    id: item.id,
    before: item,
    after: item,
    presence,
    status: null,
    size: null,
    parent: null,
  };
}

function stays(before: Item, after: Item, span: Span): Track {
  return {
    id: before.id,
    before,
    after,
    presence: { kind: "stays", cause: null },
    status: statusCause(before, after, span),
    size: isResized(before, after, span) ? "re-estimated" : null,
    parent: before.parentId === after.parentId ? null : "re-parented",
  };
}

/**
 * Judged by the dropped list of the start, so that a change of the list is an event of its own. Closing work as Won't
 * Do finishes nothing: into or out of the dropped resolutions is one event, whatever the status did.
 */
function statusCause(before: Item, after: Item, { start, end }: Span): Cause | null {
  for (const { droppedResolutions } of [start, end]) {
    const from = standing(before, droppedResolutions);
    const to = standing(after, droppedResolutions);
    if (from === to) continue;
    if (from === "dropped" || to === "dropped") return "dropped";
    return to === "done" ? "finished" : "reopened";
  }
  return null;
}

function standing(item: Item, droppedResolutions: readonly string[]) {
  if (item.category !== "done") return "open";
  return isDropped(item, droppedResolutions) ? "dropped" : "done";
}

function isResized(before: Item, after: Item, { start, end }: Span): boolean {
  const isOfOtherKind =
    before.typeId !== after.typeId ||
    before.projectId !== after.projectId ||
    before.level !== after.level;
  return isOfOtherKind || [start.rule, end.rule].some(differsUnder);

  function differsUnder(rule: ScopeState["rule"]): boolean {
    return ownSizeOf(before, rule)?.size !== ownSizeOf(after, rule)?.size;
  }
}
