import type { Clock } from "../clock";
import type { Faults } from "../faults/faults";
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
  readonly run: (schedule: Schedule, fault?: string) => Promise<unknown>;
  readonly faults: Faults;
  /** Told of a run that a fault left out. */
  readonly onLost: (schedule: Schedule, fault: string) => void;
  /** True where a run is left out, as Forge does now and then. */
  readonly skip?: (schedule: Schedule, at: number) => boolean;
}): Schedules {
  const { clock, schedules, pending, run, faults, onLost, skip } = options;
  const cancels = new Map<string, () => void>();

  const runStruck = async (schedule: Schedule) => {
    const { key, functionKey } = schedule;
    const [strike] = faults.strike("schedule", { names: [key], functionKey });
    if (strike?.fault.kind === "skip") {
      onLost(schedule, strike.name);
      return;
    }
    const again = strike === undefined ? [] : [run(schedule, strike.name)];
    await Promise.all([run(schedule), ...again]);
  };
  const plan = (schedule: Schedule, at: number) => {
    const cancel = clock.at(at, async () => {
      plan(schedule, at + schedule.intervalMilliseconds);
      if (skip?.(schedule, at) === true) return;
      await runStruck(schedule);
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
