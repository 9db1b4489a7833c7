import type { SeedOptions } from "./run-seed";
import type { Trouble } from "./troubles";

/** A bug that a run has found, as the shortest story that shows it. */
export type NamedSeed = Pick<SeedOptions, "rounds" | "without"> & {
  readonly seed: number;
  readonly bug: string;
};

/** Found when nothing was archived yet: with archives these seeds tell other stories. */
const without = new Set<Trouble>(["archives"]);

/** Every bug that chaos has found so far; none may come back. */
export const namedSeeds: readonly NamedSeed[] = [
  {
    seed: 35,
    without,
    bug: "an epic that goes out of sight kept its children in the goals it was linked to",
  },
  {
    seed: 12,
    without,
    bug: "a reading whose job the queue refused was never asked for again",
  },
  {
    seed: 19,
    without,
    rounds: 5,
    bug: "a child that had left while the search was late stayed for ever",
  },
  {
    seed: 28,
    without,
    rounds: 1,
    bug: "a goal saved by a call that was killed next kept its old place in the tree",
  },
  {
    seed: 8,
    without,
    rounds: 2,
    bug: "the parent of a sub-task that joined by another goal's link stayed a leaf above",
  },
  {
    seed: 40,
    without,
    rounds: 9,
    bug: "the parent of a sub-task that went out of sight stayed a container",
  },
  {
    seed: 13,
    without,
    rounds: 6,
    bug: "the parent of what a new rule brought stayed a leaf in the goals above",
  },
  {
    seed: 30,
    without,
    rounds: 8,
    bug: "a project that the app may no longer browse ended all reconciliation",
  },
  {
    seed: 150,
    without,
    bug: "a link made by a call that was killed next was never read",
  },
  {
    seed: 26,
    without,
    bug: "an issue that a late search still matched stayed for ever under a rule with descendants",
  },
  {
    seed: 102,
    without,
    bug: "a container whose only child nobody knew stayed a leaf when that child left",
  },
  {
    seed: 92,
    without,
    bug: "a container that joined by an event counted as empty although it has children",
  },
  {
    seed: 56,
    without,
    bug: "a parent stayed a leaf when it was placed together with its grandchildren only",
  },
  {
    seed: 184,
    without,
    rounds: 3,
    bug: "changes were not searched for in a project whose settle times could not be read yet",
  },
  {
    seed: 341,
    without,
    rounds: 2,
    bug: "what was above an issue that was deleted with its sub-tasks stayed as it was",
  },
  {
    seed: 320,
    without,
    rounds: 7,
    bug: "a reading wrote down a new parent before anybody had looked at the former one",
  },
  {
    seed: 448,
    without,
    rounds: 2,
    bug: "a goal moved by a call that was killed next stayed in the numbers of its former parents",
  },
  {
    seed: 416,
    without,
    rounds: 4,
    bug: "a goal without a number got none when its first work came by a call that was killed next",
  },
  {
    seed: 523,
    without,
    rounds: 6,
    bug: "sub-tasks of a link's former descendants stayed when the link was made anew without them",
  },
  {
    seed: 651,
    without,
    rounds: 5,
    bug: "an issue of a project that no goal held work of came under a parent, and no search found it",
  },
  {
    seed: 1034,
    without,
    rounds: 6,
    bug: "the parent of an epic was taken for one that no link brings, because a story below was taken in too",
  },
  {
    seed: 8032,
    without,
    rounds: 5,
    bug: "children that were read while their parent was out of sight stayed without it when it came back",
  },
  {
    seed: 25,
    bug: "an issue left a goal's links while a goal that had come to count them was placed with it",
  },
  {
    seed: 1987,
    rounds: 6,
    bug: "the former parent of a sub-task of which nothing was kept counted it for ever",
  },
];
