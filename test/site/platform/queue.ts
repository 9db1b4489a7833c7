import { randomUUID } from "node:crypto";
import type { InvocationResult } from "../boundary";
import type { Clock } from "../clock";
import type { Faults } from "../faults/faults";
import { createGates } from "./concurrency";
import type { Consumer } from "./manifest";
import type { Pending } from "./pending";
import { askedRetry, backoff, type RetryContext } from "./redelivery";
import type { PushedEvent } from "./pushed-event";

/** An event on its way to a consumer, as the consumer's function receives it (AsyncEvent of @forge/events). */
export type AsyncEvent = PushedEvent & {
  readonly queueName: string;
  readonly jobId: string;
  /** New with every delivery. */
  readonly eventId: string;
  readonly retryContext?: RetryContext & {
    readonly retentionWindow: { readonly startTime: string; readonly remainingTimeMs: number };
  };
};

export type JobStats = {
  readonly success: number;
  readonly inProgress: number;
  readonly failed: number;
};

export type Queue = {
  readonly hasConsumer: (queueName: string) => boolean;
  /** Whether a consumer of the queue may run longer than 55 s. */
  readonly isLong: (queueName: string) => boolean;
  readonly publish: (push: {
    readonly queueName: string;
    readonly jobId: string;
    readonly events: readonly PushedEvent[];
    readonly originId: string;
  }) => void;
  readonly stats: (jobId: string) => JobStats | undefined;
  /** Drops what of the job has not been delivered yet; false when there is no such job. */
  readonly cancel: (jobId: string) => boolean;
};

/** Events are kept for redelivery for 24 hours. */
const retentionMilliseconds = 24 * 60 * 60 * 1000;

type Job = { success: number; inProgress: number; failed: number; cancelled: boolean };
/** Why a message is delivered another time. */
type Again = { readonly retry?: RetryContext; readonly fault?: string };
type Message = {
  readonly consumer: Consumer;
  readonly jobId: string;
  readonly event: PushedEvent;
  readonly firstAt: number;
  readonly originId: string;
};

/** An event on its way to its consumer. */
export type Delivery = {
  readonly consumer: Consumer;
  readonly event: AsyncEvent;
  /** The invocation that set off the chain of which the event is a part. */
  readonly originId: string;
  readonly fault?: string;
};

/** Delivers at least once, in no promised order, on the site's clock. */
export function createQueue(options: {
  readonly clock: Clock;
  readonly consumers: readonly Consumer[];
  readonly pending: Pending;
  readonly deliver: (delivery: Delivery) => Promise<InvocationResult>;
  readonly isLong: (consumer: Consumer) => boolean;
  readonly faults: Faults;
}): Queue {
  const { clock, consumers, pending, deliver, isLong, faults } = options;
  const jobs = new Map<string, Job>();
  const gates = createGates();

  const send = (message: Message, afterMilliseconds: number, again: Again = {}) => {
    const attempt = () =>
      pending.during(`queue ${message.consumer.queue}`, () => attempted(message, again));
    if (afterMilliseconds <= 0) {
      void attempt();
      return;
    }
    clock.at(clock.now() + afterMilliseconds, async () => {
      await attempt();
      await pending.idle();
    });
  };

  const attempted = async (message: Message, { retry, fault }: Again) => {
    const job = jobs.get(message.jobId);
    if (job === undefined || job.cancelled) return;
    const { consumer, event, originId } = message;
    const result = await gates.through(event.concurrency, () =>
      deliver({
        consumer,
        event: asyncEvent(message, retry, clock.now()),
        originId,
        ...(fault === undefined ? {} : { fault }),
      }),
    );
    if (fault !== undefined) return;
    const retriesBefore = retry?.retryCount ?? 0;
    const again = result.ok ? askedRetry(result) : backoff(result, retriesBefore);
    if (again === undefined) {
      settle(job, "success");
      deliverOnceMore(message);
      return;
    }
    const due = clock.now() + again.afterMilliseconds;
    if (due > message.firstAt + retentionMilliseconds) {
      settle(job, "failed");
      return;
    }
    const { reason: retryReason, data: retryData } = again;
    const context = { retryCount: retriesBefore + 1, retryReason, retryData };
    send(message, again.afterMilliseconds, { retry: context });
  };

  const deliverOnceMore = (message: Message) => {
    const { queue, functionKey } = message.consumer;
    for (const strike of faults.strike("consumer", { names: [queue], functionKey })) {
      send(message, strike.fault.milliseconds ?? 0, { fault: strike.name });
    }
  };

  return {
    hasConsumer: (queueName) => consumers.some((consumer) => consumer.queue === queueName),
    isLong: (queueName) => consumers.some((each) => each.queue === queueName && isLong(each)),
    publish: ({ queueName, jobId, events, originId }) => {
      const asked = consumers.filter((consumer) => consumer.queue === queueName);
      const inProgress = asked.length * events.length;
      jobs.set(jobId, { success: 0, inProgress, failed: 0, cancelled: false });
      for (const consumer of asked) {
        for (const event of events) {
          const message = { consumer, jobId, event, firstAt: clock.now(), originId };
          send(message, (event.delayInSeconds ?? 0) * 1000);
        }
      }
    },
    stats: (jobId) => {
      const job = jobs.get(jobId);
      return job && { success: job.success, inProgress: job.inProgress, failed: job.failed };
    },
    cancel: (jobId) => {
      const job = jobs.get(jobId);
      if (job === undefined) return false;
      job.cancelled = true;
      job.inProgress = 0;
      return true;
    },
  };
}

function settle(job: Job, as: "success" | "failed") {
  job[as] += 1;
  job.inProgress = Math.max(0, job.inProgress - 1);
}

function asyncEvent(
  { consumer, jobId, event, firstAt }: Message,
  retry: RetryContext | undefined,
  now: number,
): AsyncEvent {
  const first = { ...event, queueName: consumer.queue, jobId, eventId: randomUUID() };
  if (retry === undefined) return first;
  const retentionWindow = {
    startTime: new Date(firstAt).toISOString(),
    remainingTimeMs: firstAt + retentionMilliseconds - now,
  };
  return { ...first, retryContext: { ...retry, retentionWindow } };
}
