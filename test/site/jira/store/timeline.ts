import type { Clock } from "../../clock";

export type Timeline = {
  /** Lets everything happen whose instant has come. */
  readonly catchUp: () => void;
  readonly stop: () => void;
};

/** Lets everything recorded happen along the clock, with one timer for whatever is next. */
export function createTimeline<T extends { readonly at: number }>(
  clock: Clock,
  recorded: readonly T[],
  happen: (occurrence: T) => void,
): Timeline {
  const occurrences = recorded.toSorted((a, b) => a.at - b.at);
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
