import type {
  HiddenItems,
  ProgressNumber,
  ProgressView,
  ReadingPause,
  ReadingState,
} from "../contract/progress";
import type { Progress } from "../domain/rollup";
import { withholdFor, type Withheld } from "../domain/withhold";
import type { Sight } from "./sight";
import type { GoalReading, GoalRow, ReadingBelow, StoredRollup } from "./store-ports";

/**
 * A goal's number as one person may see it: the official number, with what C15 withholds from them left out. `pause` is
 * what keeps readings in the background from going on.
 */
export function progressViewOf(
  { goal, rollup, reading, below }: GoalRow,
  sight: Sight,
  pause: ReadingPause | null,
): ProgressView {
  const isStale = rollup !== null && rollup.ruleVersion !== goal.ruleVersion;
  const own = readingStateOf(reading, pause);
  const read = isBeingRead(own) ? own : stateWithBelow(own, below, pause);
  const whole = isStale && read.kind === "current" ? waitsToBeRolled : read;
  const state = sight.owns(goal) ? whole : withoutWords(whole);
  if (rollup === null) return beforeFirst(state);
  const hidden = sight.hiddenOf(rollup);
  const withheld = withholdFor(hidden, rollup.rollup.progress);
  const { classes, unsized } = rollup.rollup;
  return {
    number: numberOf(withheld, state),
    classes: withheld.details ? classes : null,
    unsized: withheld.details ? unsized : null,
    hidden: hiddenItems(withheld, hidden, rollup),
    asOf: rollup.computedAt.toISOString(),
    reading: state,
  };
}

/** Nothing is linked, or what is linked has not been read yet. */
function beforeFirst(reading: ReadingState): ProgressView {
  const why = isBeingRead(reading) ? "being-read" : "no-work";
  return {
    number: { kind: "none", why },
    classes: null,
    unsized: null,
    hidden: { kind: "none" },
    asOf: null,
    reading,
  };
}

/** An empty scope says nothing while its first work is on the way. */
function numberOf({ progress, exact }: Withheld, reading: ReadingState): ProgressNumber {
  if (isEmpty(progress) && isBeingRead(reading)) return { kind: "none", why: "being-read" };
  return progress.kind === "value" ? { ...progress, exact } : progress;
}

const isEmpty = (progress: Progress) => progress.kind === "none" && progress.why === "no-work";
const isBeingRead = ({ kind }: ReadingState) => kind === "queued" || kind === "reading";

function hiddenItems(withheld: Withheld, hidden: number, rollup: StoredRollup): HiddenItems {
  switch (withheld.hidden) {
    case "none":
      return { kind: "none" };
    case "some":
      return { kind: "some" };
    case "counted":
      return { kind: "counted", hidden, of: leavesOf(rollup) };
  }
}

const leavesOf = (rollup: StoredRollup) =>
  Object.values(rollup.leavesByProject).reduce((sum, leaves) => sum + leaves, 0);

/** Where a reading stands; without one there is nothing to wait for. */
export function readingStateOf(
  reading: GoalReading | null,
  pause: ReadingPause | null,
): ReadingState {
  switch (reading?.kind) {
    case undefined:
    case "complete":
      return { kind: "current" };
    case "queued":
      return { kind: "queued", pause };
    case "reading":
      return { kind: "reading", read: reading.read, about: reading.about, pause };
    case "broken":
      return { kind: "broken", detail: reading.detail };
  }
}

/** Jira's words about a rule quote it, and its names are not for everybody who may see the goal. */
const withoutWords = (state: ReadingState): ReadingState =>
  state.kind === "broken" ? { kind: "broken", detail: null } : state;

/** A goal is no further than what counts in it; how far that is would be no count of the goal's own issues. */
function stateWithBelow(
  own: ReadingState,
  below: ReadingBelow,
  pause: ReadingPause | null,
): ReadingState {
  if (below === "underway") return { kind: "reading", read: 0, about: null, pause };
  return below === "broken" && own.kind === "current" ? { kind: "broken", detail: null } : own;
}

/** A number under an older rule, for which nothing is read from Jira. */
const waitsToBeRolled: ReadingState = { kind: "queued", pause: null };
