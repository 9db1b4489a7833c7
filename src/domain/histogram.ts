import type { Category } from "./item";

/**
 * What an issue is within a scope. Only `leaf` and `empty-container` count: a `folded` sub-task is carried by its
 * parent, a `container` by its children.
 */
export type Role = "leaf" | "empty-container" | "folded" | "container";

/** Equal leaves of a scope taken together: the class inputs, the size under the goal's rule, and how many there are. */
export type HistogramCell = {
  readonly role: Role;
  readonly category: Category;
  /** Category Done with a resolution of the site's dropped list. */
  readonly dropped: boolean;
  /** Done for at least the project's settle time at the instant of the histogram. */
  readonly settled: boolean;
  readonly openSubTask: boolean;
  readonly projectId: string;
  readonly typeId: string;
  readonly level: number;
  /** Own size under the rule in issues, points or seconds; null is unsized. Always 1 under count. */
  readonly size: number | null;
  readonly n: number;
  /** Where leaves of several sizes are taken together, their sum in thousandths; `size` is then any of them. */
  readonly thousandths?: number;
};
