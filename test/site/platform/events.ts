import type { InvocationResult, ProductEvent } from "../boundary";
import type { Clock } from "../clock";
import type { Faults, Strike } from "../faults/faults";
import type { Pending } from "./pending";
import { askedRetry, backoff, type Redelivery, type RetryContext } from "./redelivery";
import type { Trigger } from "./triggers";

export type EventDelivery = {
  /** Resolves when every trigger that asks for the event has run once; retries and what a fault delays follow on the clock. */
  readonly deliver: (event: ProductEvent) => Promise<void>;
};

/** One delivery to one trigger. */
export type EventRun = {
  readonly trigger: Trigger;
  readonly body: Readonly<Record<string, unknown>>;
  readonly fault?: string;
};

/** An app may ask for at most four retries of a product event. */
const mostRetries = 4;
/** A larger event is not delivered at all. */
const eventLimitBytes = 200 * 1000;

/** Delivers product events to the triggers of the manifest. */
export function createEventDelivery(options: {
  readonly clock: Clock;
  readonly triggers: readonly Trigger[];
  readonly pending: Pending;
  readonly faults: Faults;
  readonly run: (run: EventRun) => Promise<InvocationResult>;
  /** Told of an event that reaches nobody, and why. */
  readonly onLost: (event: ProductEvent, fault: string) => void;
}): EventDelivery {
  const { clock, triggers, pending, faults, run, onLost } = options;

  const attempt = async (trigger: Trigger, event: ProductEvent, again: Again = {}) => {
    const { eventType, selfGenerated } = event;
    const { retry, fault } = again;
    const retryContext = retry === undefined ? {} : { retryContext: retry };
    const body = { ...event.body, eventType, selfGenerated, ...retryContext };
    const result = await run({ trigger, body, ...(fault === undefined ? {} : { fault }) });
    const retries = retry?.retryCount ?? 0;
    const next = redelivery(result, retries);
    if (next === undefined || retries >= mostRetries) return;
    const { reason: retryReason, data: retryData } = next;
    clock.at(clock.now() + next.afterMilliseconds, async () => {
      await attempt(trigger, event, {
        retry: { retryCount: retries + 1, retryReason, retryData },
      });
      await pending.idle();
    });
  };
  const deliverAll = async (asked: readonly Trigger[], event: ProductEvent, again: Again) => {
    await Promise.all(asked.map((trigger) => attempt(trigger, event, again)));
  };
  const deliverOne = async (asked: readonly Trigger[], event: ProductEvent, copy: Copy) => {
    const again = copy.faults.length === 0 ? {} : { fault: copy.faults.join(", ") };
    if (copy.afterMilliseconds === 0) {
      await deliverAll(asked, event, again);
      return;
    }
    clock.at(clock.now() + copy.afterMilliseconds, async () => {
      await deliverAll(asked, event, again);
      await pending.idle();
    });
  };

  return {
    deliver: async (event) => {
      const asked = triggers.filter(
        (trigger) =>
          trigger.eventType === event.eventType && !(trigger.ignoreSelf && event.selfGenerated),
      );
      if (asked.length === 0) return;
      if (Buffer.byteLength(JSON.stringify(event.body)) > eventLimitBytes) {
        onLost(event, "over 200 kB");
        return;
      }
      const strikes = faults.strike("event", { names: [event.eventType] });
      const dropped = strikes.find(({ fault }) => fault.kind === "drop");
      if (dropped !== undefined) {
        onLost(event, dropped.name);
        return;
      }
      await Promise.all(copiesOf(strikes).map((copy) => deliverOne(asked, event, copy)));
    },
  };
}

type Again = { readonly retry?: RetryContext; readonly fault?: string };
type Copy = { readonly afterMilliseconds: number; readonly faults: readonly string[] };

/** One delivery, and another for each duplication, each late by its own chance. */
function copiesOf(strikes: readonly Strike<"event">[]): readonly Copy[] {
  const late = strikes.filter(({ fault }) => fault.kind === "delay" || fault.kind === "shuffle");
  const copy = (more: readonly string[]): Copy => ({
    afterMilliseconds: late.reduce((sum, strike) => sum + delayOf(strike), 0),
    faults: [...more, ...late.map(({ name }) => name)],
  });
  const duplicates = strikes.filter(({ fault }) => fault.kind === "duplicate");
  return [copy([]), ...duplicates.map(({ name }) => copy([name]))];
}

function delayOf({ fault, chance }: Strike<"event">): number {
  if (fault.kind === "delay") return fault.milliseconds;
  return fault.kind === "shuffle" ? chance.whole(0, fault.withinMilliseconds) : 0;
}

/** The platform repeats what it had to kill itself; what the app threw is not repeated. */
function redelivery(result: InvocationResult, retries: number): Redelivery | undefined {
  if (result.ok) return askedRetry(result);
  return result.errorType.startsWith("FUNCTION_") ? backoff(result, retries) : undefined;
}
