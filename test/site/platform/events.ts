import type { InvocationResult, ProductEvent } from "../boundary";
import type { Clock } from "../clock";
import type { Pending } from "./pending";
import { askedRetry, backoff, type Redelivery, type RetryContext } from "./redelivery";
import type { Trigger } from "./triggers";

export type EventDelivery = {
  /** Resolves when every trigger that asks for the event has run once; retries follow on the clock. */
  readonly deliver: (event: ProductEvent) => Promise<void>;
};

/** An app may ask for at most four retries of a product event. */
const mostRetries = 4;

/** Delivers product events to the triggers of the manifest. */
export function createEventDelivery(options: {
  readonly clock: Clock;
  readonly triggers: readonly Trigger[];
  readonly pending: Pending;
  readonly run: (
    trigger: Trigger,
    body: Readonly<Record<string, unknown>>,
  ) => Promise<InvocationResult>;
}): EventDelivery {
  const { clock, triggers, pending, run } = options;

  const attempt = async (trigger: Trigger, event: ProductEvent, retry?: RetryContext) => {
    const { eventType, selfGenerated } = event;
    const retryContext = retry === undefined ? {} : { retryContext: retry };
    const result = await run(trigger, { ...event.body, eventType, selfGenerated, ...retryContext });
    const retries = retry?.retryCount ?? 0;
    const again = redelivery(result, retries);
    if (again === undefined || retries >= mostRetries) return;
    const { reason: retryReason, data: retryData } = again;
    clock.at(clock.now() + again.afterMilliseconds, async () => {
      await attempt(trigger, event, { retryCount: retries + 1, retryReason, retryData });
      await pending.idle();
    });
  };

  return {
    deliver: async (event) => {
      const asked = triggers.filter(
        (trigger) =>
          trigger.eventType === event.eventType && !(trigger.ignoreSelf && event.selfGenerated),
      );
      await Promise.all(asked.map((trigger) => attempt(trigger, event)));
    },
  };
}

/** The platform repeats what it had to kill itself; what the app threw is not repeated. */
function redelivery(result: InvocationResult, retries: number): Redelivery | undefined {
  if (result.ok) return askedRetry(result);
  return result.errorType.startsWith("FUNCTION_") ? backoff(result, retries) : undefined;
}
