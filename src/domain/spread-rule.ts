/** The counting rules that people mean by "70 %", in the order in which they are shown. */
export const spreadRules = [
  "done-children",
  "half-for-active",
  "sub-tasks",
  "points-naive",
  "points-with-container",
  "count",
  "count-strict",
  "points-sized",
  "points",
  "time",
] as const;
export type SpreadRule = (typeof spreadRules)[number];
