import type { Clock } from "../clock";
import type { Schedule } from "./manifest";
import type { Pending } from "./pending";

export type Schedules = {
  /** Starts all schedules anew, as a deployment does: the first run comes five minutes later. */
  readonly start: () => void;
  readonly stop: () => void;
};

const firstRunAfter = 5 * 60 * 1000;

/** Runs scheduled triggers on the site's clock. A run that fails is not repeated. */
export function createSchedules(options: {
  readonly clock: Clock;
  readonly schedules: readonly Schedule[];
  readonly pending: Pending;
  readonly run: (schedule: Schedule) => Promise<unknown>;
  /** True where a run is left out, as Forge does now and then. */
  readonly skip?: (schedule: Schedule, at: number) => boolean;
}): Schedules {
  const { clock, schedules, pending, run, skip } = options;
  const cancels = new Map<string, () => void>();

  const plan = (schedule: Schedule, at: number) => {
    const cancel = clock.at(at, async () => {
      plan(schedule, at + schedule.intervalMilliseconds);
      if (skip?.(schedule, at) === true) return;
      await run(schedule);
      await pending.idle();
    });
    cancels.set(schedule.key, cancel);
  };
  const stop = () => {
    for (const cancel of cancels.values()) cancel();
    cancels.clear();
  };

  return {
    start: () => {
      stop();
      for (const schedule of schedules) plan(schedule, clock.now() + firstRunAfter);
    },
    stop,
  };
}
