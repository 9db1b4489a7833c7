import type { Answer } from "../contract/answer";
import type { Goal } from "../domain/goal";
import { withFollowUp } from "./follow-up";
import type { ViewerPorts } from "./ports";
import { recordAction, subGoalLeft } from "./record-action";
import { answered, refused } from "./refusal";

type Saved = { readonly goalId: string; readonly version: number };

type Change = {
  readonly before: Goal;
  readonly changed: Partial<Goal>;
  /** The version that the person had before them. */
  readonly basedOn: number;
  readonly action: string;
};

/** Writes a changed goal unless somebody else was faster, and has every number it counts in computed again. */
export async function saveGoal(ports: ViewerPorts, change: Change): Promise<Answer<Saved>> {
  const { before, basedOn } = change;
  if (before.version !== basedOn && !isRepeat(change)) return refused("changed-meanwhile");
  const { moved, recounted } = whatFollows(change);
  if (!moved && !recounted) return write(ports, change);
  const countedIn = [...(await ports.store.goals.countedIn(before.id))];
  const what = { kind: "goal", goalId: before.id, countedIn, moved } as const;
  return withFollowUp(ports, what, () => write(ports, change));
}

async function write(ports: ViewerPorts, change: Change): Promise<Answer<Saved>> {
  const { before, basedOn, action } = change;
  const after = changedGoal(ports, change);
  if (before.version === basedOn && !(await ports.store.goals.update(after, basedOn))) {
    return refused("changed-meanwhile");
  }
  await recordAction(ports, before.id, action, differences(before, after));
  if (before.parentId !== null && before.parentId !== after.parentId) {
    await recordAction(ports, before.parentId, subGoalLeft, { goalId: before.id });
  }
  return answered({ goalId: before.id, version: basedOn + 1 });
}

/** A write that got through while its answer was lost: the goal already reads as wanted. */
function isRepeat({ before, changed, basedOn }: Change): boolean {
  return (
    before.version === basedOn + 1 && changedKeys(before, { ...before, ...changed }).length === 0
  );
}

function changedGoal({ now }: ViewerPorts, { before, changed }: Change): Goal {
  const after = { ...before, ...changed };
  const isOtherRule = ruleKeys.some((key) => before[key] !== after[key]);
  return {
    ...after,
    version: before.version + 1,
    ruleVersion: before.ruleVersion + (isOtherRule ? 1 : 0),
    updatedAt: now(),
  };
}

const ruleKeys = ["rule", "countSubTasks", "combine", "ownWeight"] as const;
/** What changes the number of the goal above, not the goal's own. */
const weightKeys = ["weight"] as const;
const placeKeys = ["parentId", "state", "archived"] as const;
const wordKeys = ["title", "why", "owner", "startDay", "targetDay"] as const;
const keys = [...ruleKeys, ...weightKeys, ...placeKeys, ...wordKeys] as const;

const changedKeys = (before: Goal, after: Goal) => keys.filter((key) => before[key] !== after[key]);

/** What was and what is, of all that changed. */
function differences(before: Goal, after: Goal): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    changedKeys(before, after).map((key) => [key, { from: before[key], to: after[key] }]),
  );
}

/** The place in the tree decides which goals count this one; both on a repeat, because it may have been cut off. */
function whatFollows({ before, changed, basedOn }: Change) {
  const after = { ...before, ...changed };
  const isRepeated = before.version !== basedOn;
  return {
    moved: isRepeated || placeKeys.some((key) => before[key] !== after[key]),
    recounted: isRepeated || [...ruleKeys, ...weightKeys].some((key) => before[key] !== after[key]),
  };
}
