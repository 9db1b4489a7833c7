/** When one issue entered and left the Done category, oldest first. */
export type StatusHistory = {
  readonly issueId: string;
  readonly createdAt: Date;
  /** Category before the first change: is it Done? */
  readonly startsDone: boolean;
  /** Changes between Done and not Done only. */
  readonly changes: readonly { readonly at: Date; readonly done: boolean }[];
};

const shortestDays = 1;
const longestDays = 30;
/** The settle time of a project about which too little is known. */
export const daysWithoutEvidence = 7;
/** Fewer known reopenings than this say nothing about a project. */
export const reopeningsNeeded = 15;
const dayMilliseconds = 86_400_000;

/** At most 2 % may come back: one in fifty. */
const itemsPerReopening = 50;

/**
 * How many days an item of a project must stay Done before its Done is trusted: the least number after which at most
 * 2 % were reopened, so that "confirmed" means the same in a careful project as in a hasty one. Reopenings are events.
 */
export function settleDaysOf(
  histories: readonly StatusHistory[],
  asOf: Date,
): { readonly days: number; readonly reopenings: number } {
  const spells = histories.map((history) => spellsOf(history, asOf.getTime()));
  const reopenings = spells.reduce((sum, each) => sum + each.reopenings, 0);
  if (reopenings < reopeningsNeeded) return { days: daysWithoutEvidence, reopenings };
  const stayed = countsByDays(spells.map((each) => each.longestDone));
  const reopened = countsByDays(spells.map((each) => each.longestReopened));
  for (let days = shortestDays; days <= longestDays; days++) {
    if ((reopened[days] ?? 0) * itemsPerReopening <= (stayed[days] ?? 0)) {
      return { days, reopenings };
    }
  }
  return { days: longestDays, reopenings };
}

/** One item's time in Done, in milliseconds; -1 where there was none. */
type Spells = {
  readonly reopenings: number;
  readonly longestDone: number;
  readonly longestReopened: number;
};

function spellsOf(history: StatusHistory, asOf: number): Spells {
  let doneSince = history.startsDone ? history.createdAt.getTime() : null;
  let reopenings = 0;
  let longestReopened = -1;
  for (const change of history.changes) {
    const at = change.at.getTime();
    if (at > asOf) break;
    if (change.done) {
      doneSince ??= at;
    } else if (doneSince !== null) {
      reopenings += 1;
      longestReopened = Math.max(longestReopened, at - doneSince);
      doneSince = null;
    }
  }
  const running = doneSince === null || doneSince > asOf ? -1 : asOf - doneSince;
  return { reopenings, longestReopened, longestDone: Math.max(longestReopened, running) };
}

/** At index d: how many of these durations last at least d days. */
function countsByDays(durations: readonly number[]): readonly number[] {
  const counts = Array.from({ length: longestDays + 1 }, () => 0);
  for (const duration of durations) {
    const days = Math.min(Math.floor(duration / dayMilliseconds), longestDays);
    for (let d = 0; d <= days; d++) counts[d] = (counts[d] ?? 0) + 1;
  }
  return counts;
}
