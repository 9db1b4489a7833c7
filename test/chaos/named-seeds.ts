import type { SeedOptions } from "./run-seed";

/** A bug that a run has found, as the shortest story that shows it. */
export type NamedSeed = Pick<SeedOptions, "rounds"> & {
  readonly seed: number;
  readonly bug: string;
};

/** Every bug that chaos has found so far; none may come back. */
export const namedSeeds: readonly NamedSeed[] = [
  {
    seed: 35,
    bug: "an epic that goes out of sight kept its children in the goals it was linked to",
  },
  {
    seed: 12,
    bug: "a reading whose job the queue refused was never asked for again",
  },
  {
    seed: 19,
    rounds: 5,
    bug: "a child that had left while the search was late stayed for ever",
  },
  {
    seed: 28,
    rounds: 1,
    bug: "a goal saved by a call that was killed next kept its old place in the tree",
  },
  {
    seed: 8,
    rounds: 2,
    bug: "the parent of a sub-task that joined by another goal's link stayed a leaf above",
  },
  {
    seed: 40,
    rounds: 9,
    bug: "the parent of a sub-task that went out of sight stayed a container",
  },
  {
    seed: 13,
    rounds: 6,
    bug: "the parent of what a new rule brought stayed a leaf in the goals above",
  },
  {
    seed: 30,
    rounds: 8,
    bug: "a project that the app may no longer browse ended all reconciliation",
  },
  {
    seed: 150,
    bug: "a link made by a call that was killed next was never read",
  },
  {
    seed: 26,
    bug: "an issue that a late search still matched stayed for ever under a rule with descendants",
  },
  {
    seed: 102,
    bug: "a container whose only child nobody knew stayed a leaf when that child left",
  },
  {
    seed: 92,
    bug: "a container that joined by an event counted as empty although it has children",
  },
  {
    seed: 56,
    bug: "a parent stayed a leaf when it was placed together with its grandchildren only",
  },
  {
    seed: 184,
    rounds: 3,
    bug: "changes were not searched for in a project whose settle times could not be read yet",
  },
];
