import type { Clock } from "../clock";
import type { Schedule } from "../platform/manifest";

export type Pace = {
  readonly advance: (milliseconds: number) => Promise<void>;
  /** True for a run that is left out while the clock makes a great leap. */
  readonly skips: (schedule: Schedule, at: number) => boolean;
};

const hour = 60 * 60 * 1000;

/**
 * Lets the clock leap far in bearable time: schedules of less than an hour run only in the last hour of a leap. Forge
 * promises no run either, so an app that needs them all has a bug.
 */
export function createPace(clock: Clock): Pace {
  let target = clock.now();
  return {
    advance: async (milliseconds) => {
      target = Math.max(target, clock.now() + milliseconds);
      await clock.advance(milliseconds);
    },
    skips: (schedule, at) => schedule.intervalMilliseconds < hour && target - at >= hour,
  };
}
