import type { Jira, Platform, ProductEvent } from "../boundary";
import type { Clock } from "../clock";
import { createPending } from "../platform/pending";

export type ProductEvents = {
  /** Resolves when no event is on its way and the platform has nothing left to do. */
  readonly settled: () => Promise<void>;
};

/**
 * Carries Jira's events to the platform. Without a delay an event is delivered at once; the clock waits for it, so
 * that time never passes over its effects. With a delay events may overtake each other, as in Forge.
 */
export function carryProductEvents(options: {
  readonly clock: Clock;
  readonly jira: Pick<Jira, "onEvent">;
  readonly platform: Pick<Platform, "deliver" | "settled">;
  /** Site milliseconds until the n-th event is delivered. */
  readonly delay: (n: number) => number;
  /** As for the platform. */
  readonly patienceMilliseconds?: number | undefined;
}): ProductEvents {
  const { clock, jira, platform, delay } = options;
  const pending = createPending(options.patienceMilliseconds);
  let events = 0;

  const delivered = async (event: ProductEvent) => {
    await platform.deliver(event);
    await platform.settled();
  };
  jira.onEvent((event) => {
    const after = delay(events);
    events += 1;
    if (after <= 0) {
      const done = pending.during(event.eventType, () => delivered(event));
      clock.at(clock.now(), () => done);
      return;
    }
    const end = clock.speed() > 0 ? pending.begin(event.eventType) : () => undefined;
    clock.at(clock.now() + after, () => delivered(event).finally(end));
  });

  return {
    settled: async () => {
      await pending.idle();
      await platform.settled();
    },
  };
}
