import type { LevelCount } from "./reading-ports";
import type { GoalReading } from "./stored-rollup";
import type { Turn } from "./take-turn";

/** What is being read now, and for which goals. */
export type Batch = {
  /** Hierarchy level of the parents; null while the links' own issues are read. */
  readonly level: number | null;
  /** Issues to read. */
  readonly issues: number;
  /** Parents of each goal, or sub-tasks where those are read. */
  readonly byGoal: ReadonlyMap<string, number>;
};

/** How far a pass has come, told goal by goal, so that viewers can follow it. */
export type PassProgress = {
  readonly begin: (batch: Batch) => void;
  /** Counts issues of the batch as read. */
  readonly add: (issues: number) => Promise<void>;
};

/** Notes get rarer, because each counts all that was read so far. */
const betweenNotes = (noted: number) => Math.max(500, noted * 0.2);

export function createProgress({ ports, pass }: Turn): PassProgress {
  const known = createEstimate();
  let read = 0;
  let noted = 0;
  const note = async () => {
    noted = read;
    const { number, goals } = pass();
    const { readings } = ports.store;
    const counts = await readings.counts(
      number,
      goals.map(({ goalId }) => goalId),
    );
    const notes = goals.map(({ goalId, since }) => {
      const own = counts.filter((each) => each.goalId === goalId);
      const met = own.reduce((sum, { issues }) => sum + issues, 0);
      const left = known.leftOf(goalId, own);
      const about = left === null ? null : met + Math.round(left);
      const reading: GoalReading = { kind: "reading", read: met, about, since };
      return { goalId, reading };
    });
    await readings.putUnlessAsked(notes);
  };
  return {
    begin: known.begin,
    add: async (issues) => {
      read += issues;
      known.take(issues);
      if (read - noted >= betweenNotes(noted)) await note();
    },
  };
}

/** What is left to read: of the batch at hand, and below what is known, as far as parents so far had children. */
function createEstimate() {
  let batch: Batch = { level: null, issues: 0, byGoal: new Map() };
  let left = 0;
  let searched = { parents: 0, children: 0 };
  let begun = new Map<string, number>();
  return {
    begin: (next: Batch) => {
      if (next.level !== batch.level) begun = new Map();
      const parents = sum(next.byGoal);
      for (const [goalId, own] of next.byGoal) begun.set(goalId, (begun.get(goalId) ?? 0) + own);
      if (next.level !== null && next.level > 0) {
        searched = {
          parents: searched.parents + parents,
          children: searched.children + next.issues,
        };
      }
      batch = next;
      left = next.issues;
    },
    take: (issues: number) => {
      left = Math.max(0, left - issues);
    },
    /** Null where nobody has looked yet what is below. */
    leftOf: (goalId: string, counts: readonly LevelCount[]): number | null => {
      const share = (batch.byGoal.get(goalId) ?? 0) / Math.max(1, sum(batch.byGoal));
      const waiting = waitingIn(counts, batch.level, begun.get(goalId) ?? 0);
      if (waiting.parents === 0) return left * share + waiting.subTasks;
      if (searched.parents === 0) return null;
      const each = searched.children / searched.parents;
      return left * share + waiting.parents * each + waiting.subTasks;
    },
  };
}

const sum = (numbers: ReadonlyMap<string, number>) =>
  [...numbers.values()].reduce((total, each) => total + each, 0);

/** Parents of a goal that nobody has begun with, and sub-tasks of its issues. */
function waitingIn(counts: readonly LevelCount[], level: number | null, begun: number) {
  const open = counts.filter((each) => level === null || each.level <= level);
  const parents = open
    .filter((each) => each.level > 0)
    .reduce((total, each) => total + each.parents, 0);
  const subTasks = open.reduce((total, each) => total + each.subTasks, 0);
  return level === 0
    ? { parents: 0, subTasks: Math.max(0, subTasks - begun) }
    : { parents: Math.max(0, parents - begun), subTasks };
}
