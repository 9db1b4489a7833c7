/**
 * Why a headline moved, as a closed list. `added` and `removed`: the scope changed by link, rule, sub-goal, creation,
 * deletion or access, so that an item which joins Done is added. `dropped`: into or out of the dropped resolutions.
 * `re-estimated`: first estimates too, and the size that a change of type or project gives. `re-parented`: by a change
 * of parent only, items that come into scope or leave it by nothing else included.
 */
export const causes = [
  "finished",
  "reopened",
  "added",
  "removed",
  "dropped",
  "re-estimated",
  "re-parented",
  "rule-changed",
  "settings-and-pool",
] as const;
export type Cause = (typeof causes)[number];
