import { subMinutes } from "date-fns";
import type { Ports } from "./ports";
import { readAllGoals } from "./settings/read-all-goals";
import { askForReading, touchGoals } from "./touch-goals";

/** What has to be done once a change is written. */
export type FollowUp =
  | GoalFollowUp
  | { readonly kind: "read"; readonly goalId: string }
  | { readonly kind: "tree" }
  | { readonly kind: "all-goals" }
  | { readonly kind: "read-all-goals" };

type GoalFollowUp = {
  readonly kind: "goal";
  readonly goalId: string;
  /** Goals that counted it before. */
  readonly countedIn: readonly string[];
  /** Whether its place in the tree changes. */
  readonly moved: boolean;
};

const prefix = "follow-up:";

/**
 * Makes a change and what has to follow it. That is noted first, so that a call that is cut off between the two leaves no
 * number behind that nobody computes; a change that is refused is followed by nothing.
 */
export async function withFollowUp<T extends { readonly ok: boolean }>(
  ports: Ports,
  what: FollowUp,
  change: () => Promise<T>,
): Promise<T> {
  const { store, now, newId } = ports;
  const key = `${prefix}${newId()}`;
  await store.states.write(key, what, now());
  const outcome = await change();
  if (outcome.ok) await follow(ports, what);
  const note = await store.states.read(key);
  if (note !== null) await store.states.forget(note);
  return outcome;
}

/** What was noted of changes that are under way, or were cut off. */
export const followUps = ({ store }: Pick<Ports, "store">) => store.states.beginning(prefix);

/** Longer than a call may take: whoever made the note was cut off. */
const lateMinutes = 1;

/** Does what calls that were cut off left undone. Where the change itself was not written, nothing is changed by it. */
export async function resumeFollowUps(ports: Ports): Promise<void> {
  const late = subMinutes(ports.now(), lateMinutes);
  for (const note of await followUps(ports)) {
    if (note.at > late) continue;
    if (isFollowUp(note.value)) await follow(ports, note.value);
    await ports.store.states.forget(note);
  }
}

async function follow(ports: Ports, what: FollowUp): Promise<void> {
  switch (what.kind) {
    case "goal":
      return followGoal(ports, what);
    case "read":
      return askForReading(ports, what.goalId);
    case "tree":
      return ports.store.goals.rebuildClosure();
    case "all-goals":
      return touchGoals(ports, await goalIds(ports));
    case "read-all-goals":
      await ports.store.projects.forgetSizes();
      await readAllGoals(ports);
  }
}

async function followGoal(ports: Ports, { goalId, countedIn, moved }: GoalFollowUp): Promise<void> {
  const { goals } = ports.store;
  if (moved) await goals.rebuildClosure();
  await touchGoals(ports, [...new Set([...countedIn, ...(await goals.countedIn(goalId))])]);
}

async function goalIds({ store }: Ports): Promise<readonly string[]> {
  const rows = await store.goals.rows({ includeArchived: false });
  return rows.map(({ goal }) => goal.id);
}

function isFollowUp(value: unknown): value is FollowUp {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  const { kind } = value;
  if (kind === "read") return hasGoal(value);
  return kind === "goal" ? isOfGoal(value) : siteWide.some((each) => each === kind);
}

const siteWide = ["tree", "all-goals", "read-all-goals"] as const;

const hasGoal = (value: object) => "goalId" in value && typeof value.goalId === "string";

const isOfGoal = (value: object) =>
  hasGoal(value) &&
  "countedIn" in value &&
  Array.isArray(value.countedIn) &&
  value.countedIn.every((each) => typeof each === "string") &&
  "moved" in value &&
  typeof value.moved === "boolean";
