import type { BillView, CauseName, PastView, SpreadView } from "../src/contract/evidence";

type Bill = Extract<BillView, { kind: "bill" }>;
export type DefectName = Bill["withoutEffect"][number]["defect"];
type SpreadLine = SpreadView["values"][number];
type SpreadRule = SpreadLine["rule"];

/** What each rule of the spread is called, and what it divides by what. */
export const spreadRule: Readonly<
  Record<SpreadRule, { readonly name: string; readonly counts: string }>
> = {
  "done-children": { name: "Done ÷ all", counts: "every closed item counts as done, dropped too" },
  "half-for-active": {
    name: "Half for started",
    counts: "an item in progress counts as half done",
  },
  "sub-tasks": { name: "Sub-tasks only", counts: "done sub-tasks ÷ sub-tasks" },
  "points-naive": {
    name: "Points as they stand",
    counts: "unestimated items ignored, dropped ones counted",
  },
  "points-with-container": {
    name: "Points with containers",
    counts: "the same, with the epics’ own estimates added",
  },
  count: { name: "Number of items", counts: "dropped items leave both sides" },
  "count-strict": {
    name: "Number of items, strict",
    counts: "the same, an item with an open sub-task is not done",
  },
  "points-sized": {
    name: "Points, sized items only",
    counts: "dropped and unsized items leave both sides",
  },
  points: { name: "Story points", counts: "unsized items count with the median of their like" },
  time: {
    name: "Original estimate",
    counts: "hours; unsized items count with the median of their like",
  },
};

export const whyNoShare: Readonly<Record<NonNullable<SpreadLine["why"]>, string>> = {
  "no-work": "no work",
  "no-sub-tasks": "there are no sub-tasks",
  "nothing-sized": "no item has a size",
  "no-size": "all sizes are 0",
  "all-dropped": "all items were dropped",
  "too-few-sized": "too few items have a size",
};

export const causeName: Readonly<Record<CauseName, string>> = {
  finished: "Finished",
  reopened: "Reopened",
  added: "Added to the scope",
  removed: "Removed from the scope",
  dropped: "Dropped or taken up again",
  "re-estimated": "Estimated anew",
  "re-parented": "Moved to another parent",
  "rule-changed": "Counting rule changed",
  "settings-and-pool": "Settings and size samples",
};

/** What poor data are called in a list. */
export const defectName: Readonly<Record<DefectName, string>> = {
  unsized: "Without a size",
  "empty-container": "Epics without any issue",
  "open-sub-task": "Done with an open sub-task",
  "stale-in-progress": "In progress, untouched for long",
  "done-without-resolution": "Done without a resolution",
  "done-above-open": "Done, with open issues below",
  "open-above-done": "Open, with everything below done",
};

/** What to do about a defect of so many issues, as the beginning of a sentence. */
export function fixText(defect: Bill["fixes"][number]["defect"], count: number): string {
  const these = count === 1 ? "this issue" : `these ${String(count)} issues`;
  switch (defect) {
    case "unsized":
      return `Size ${these}`;
    case "empty-container":
      return count === 1
        ? "Break down this empty epic"
        : `Break down these ${String(count)} empty epics`;
    case "open-sub-task":
      return `Close the open sub-tasks of ${these}`;
  }
}

export const pastName: Readonly<Record<PastView["kind"] | "observed", string>> = {
  now: "now",
  observed: "observed",
  replayed: "replayed",
  estimated: "estimated",
};

export const pastMeaning: Readonly<Record<"observed" | "replayed" | "estimated", string>> = {
  observed: "as it was seen on the day",
  replayed: "rebuilt from the issues’ changelogs",
  estimated: "rebuilt while some changelogs are not read yet",
};
