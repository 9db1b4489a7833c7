import { isDropped } from "../classes";
import { sizeUsed } from "../contribution";
import { wholeThousandths } from "../own-size";
import { sizingOf } from "../sizing";
import { bitOf, type Coalition, has, subsetsOf } from "./coalition";
import { goalCauses, goalCausesTouching, poolAt } from "./goal-causes";
import { isPresent, type Structure } from "./structure";
import type { Span, Track } from "./track";

/** What one item weighs in the headline under one coalition, in whole thousandths. */
export type Weight = {
  readonly done: number;
  readonly all: number;
  /** It counts, but no pool is large enough to size it. */
  readonly unknown: boolean;
};

/** An item's weights under every coalition of the causes that touch it. */
export type WeighedTrack = {
  readonly track: Track;
  readonly causes: Coalition;
  readonly weights: ReadonlyMap<Coalition, Weight>;
};

/** Weighs every item under every coalition that can matter to it; under any other it weighs as under their overlap. */
export function weighAll(
  tracks: readonly Track[],
  structure: Structure,
  span: Span,
): readonly WeighedTrack[] {
  const ofGoal = goalCauses(span);
  return tracks.map((track) => {
    const causes =
      bitOf(track.presence.cause) |
      bitOf(track.status) |
      bitOf(track.size) |
      structure.causesOf(track) |
      (ofGoal & goalCausesTouching(track, span));
    const weightUnder = weigherOf(track, structure, span);
    const weights = subsetsOf(causes).map(
      (coalition) => [coalition, weightUnder(coalition)] as const,
    );
    return { track, causes, weights: new Map(weights) };
  });
}

/** The role decides with these what an item weighs. */
const weighing = bitOf("rule-changed") | bitOf("settings-and-pool");

/** Of the tree only the item's role matters, so most coalitions weigh alike and are weighed once. */
function weigherOf(
  track: Track,
  structure: Structure,
  span: Span,
): (coalition: Coalition) => Weight {
  const facts = bitOf(track.status) | bitOf(track.size) | weighing;
  const known = {
    leaf: new Map<Coalition, Weight>(),
    "empty-container": new Map<Coalition, Weight>(),
  };
  return (coalition) => {
    const role = isPresent(track, coalition) ? structure.roleOf(track, coalition) : null;
    if (role !== "leaf" && role !== "empty-container") return nothing;
    const weight = known[role].get(coalition & facts) ?? weightAs(role, track, coalition, span);
    known[role].set(coalition & facts, weight);
    return weight;
  };
}

const nothing: Weight = { done: 0, all: 0, unknown: false };

function weightAs(
  role: "leaf" | "empty-container",
  { before, after, status, size }: Track,
  coalition: Coalition,
  span: Span,
): Weight {
  const { category, resolution } = has(coalition, status) ? after : before;
  const sized = has(coalition, size) ? after : before;
  const atEnd = has(coalition, "settings-and-pool");
  const { droppedResolutions } = atEnd ? span.end : span.start;
  if (isDropped({ category, resolution }, droppedResolutions)) return nothing;
  const { rule } = has(coalition, "rule-changed") ? span.end : span.start;
  const pool = poolAt(sized.projectId, span, atEnd);
  const pools = pool === undefined ? {} : { [sized.projectId]: pool };
  const used = sizeUsed(sizingOf(sized, role, rule, pools));
  if (used === null) return { ...nothing, unknown: true };
  const all = wholeThousandths(used);
  return { done: category === "done" ? all : 0, all, unknown: false };
}
