import type { Clock } from "../../clock";
import type { Change, RecordedIssue } from "./issue";

/** Something recorded that happens at its instant: an issue is created (change null), or changed. */
export type Occurrence = {
  readonly at: number;
  readonly issue: RecordedIssue;
  readonly change: Change | null;
};

export type Timeline = {
  /** Lets everything happen whose instant has come. */
  readonly catchUp: () => void;
  readonly stop: () => void;
};

/** Plays recorded issues along the clock, with one timer for whatever is next. */
export function createTimeline(
  clock: Clock,
  issues: readonly RecordedIssue[],
  happen: (occurrence: Occurrence) => void,
): Timeline {
  const occurrences = issues.flatMap(occurrencesOf).sort((a, b) => a.at - b.at);
  let next = 0;
  let cancel: () => void = () => undefined;

  const catchUp = () => {
    const now = clock.now();
    for (;;) {
      const due = occurrences[next];
      if (due === undefined || due.at > now) break;
      next += 1;
      happen(due);
    }
    arm();
  };
  let armedFor: number | undefined;
  const arm = () => {
    const at = occurrences[next]?.at;
    if (at === armedFor) return;
    cancel();
    armedFor = at;
    if (at === undefined) return;
    cancel = clock.at(at, () => {
      armedFor = undefined;
      catchUp();
    });
  };

  return {
    catchUp,
    stop: () => {
      cancel();
    },
  };
}

function occurrencesOf(issue: RecordedIssue): readonly Occurrence[] {
  return [
    { at: issue.createdAt, issue, change: null },
    ...issue.changes.map((change) => ({ at: change.at, issue, change })),
  ];
}
