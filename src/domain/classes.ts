import { addHours } from "date-fns";
import type { Category, Item } from "./item";
import type { ItemClass } from "./rollup";

/** What decides the class of a leaf. */
export type ClassInputs = {
  readonly category: Category;
  readonly dropped: boolean;
  /** Done for at least the project's settle time. */
  readonly settled: boolean;
  readonly openSubTask: boolean;
};

/** Why a leaf is in its class, as a closed list. */
export type ClassReason =
  | "done-settled"
  | "done-not-settled"
  | "done-open-sub-task"
  | "done-since-unknown"
  | "in-progress"
  | "not-started"
  | "done-dropped-resolution";

/**
 * Only Done work with a resolution of the site's dropped list is dropped: a resolution on an open issue is a mark of
 * poor data, and Done without a resolution is Done.
 */
export function isDropped(
  item: Pick<Item, "category" | "resolution">,
  droppedResolutions: readonly string[],
): boolean {
  if (item.category !== "done" || item.resolution === null) return false;
  const resolution = folded(item.resolution);
  return droppedResolutions.some((dropped) => folded(dropped) === resolution);
}

const folded = (name: string) => name.trim().toLowerCase();

/** From this instant on a Done item counts as settled; null when it is not Done or nobody knows since when. */
export function settleAtOf(
  item: Pick<Item, "category" | "doneSince">,
  settleDays: number,
): Date | null {
  if (item.category !== "done" || item.doneSince === null) return null;
  return addHours(item.doneSince, settleDays * 24);
}

/** Every leaf is in exactly one class. Done work is a claim until it has settled and nothing under it is open. */
export function classOf(inputs: ClassInputs): ItemClass {
  const { category, dropped, settled, openSubTask } = inputs;
  if (category === "indeterminate") return "active";
  if (category === "new") return "todo";
  if (dropped) return "dropped";
  return settled && !openSubTask ? "confirmed" : "claimed";
}

/** The reason beside the class; an open sub-task is named before a short time in Done, because somebody can act on it. */
export function reasonOf(inputs: ClassInputs & { readonly sinceKnown: boolean }): ClassReason {
  const { category, dropped, settled, openSubTask, sinceKnown } = inputs;
  if (category === "indeterminate") return "in-progress";
  if (category === "new") return "not-started";
  if (dropped) return "done-dropped-resolution";
  if (openSubTask) return "done-open-sub-task";
  if (!sinceKnown) return "done-since-unknown";
  return settled ? "done-settled" : "done-not-settled";
}
