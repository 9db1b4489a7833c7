import { z } from "zod/mini";
import type { Faults } from "../faults/faults";
import { pushStruck, queueRefusals } from "../faults/queue-faults";
import { pushedEvent } from "./pushed-event";
import type { Queue } from "./queue";
import type { QueueLimits } from "./queue-limits";
import { json, type Served, type ServiceRequest, type ServiceResponse } from "./service";

const published = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(pushedEvent).check(z.minLength(1), z.maxLength(50)),
});
type Push = z.infer<typeof published>;
const named = z.object({ jobId: z.string() });

const pushLimitBytes = 200 * 1024;
/** Of one event for a consumer that may run longer than 55 s. */
const longEventLimitBytes = 100 * 1024;

export type QueueService = (request: ServiceRequest) => Promise<Served>;

/** The queue's HTTP interface; the braces of the path's variables arrive as they are written in @forge/events. */
export function createQueueService(parts: {
  readonly queue: Queue;
  readonly limits: QueueLimits;
  readonly faults: Faults;
}): QueueService {
  const { queue, faults } = parts;
  return (request) => {
    const operation = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(request.target)?.[1];
    const body: unknown = JSON.parse(request.body);
    const about = { service: "queue", as: "app", method: operation ?? request.method } as const;
    if (operation !== "publish") {
      const response = answered(queue, operation, body);
      return Promise.resolve({ ...about, response, path: request.target });
    }
    const push = published.safeParse(body).data;
    if (push === undefined) {
      const response = json(400, { message: "The push is malformed", errors: [] });
      return Promise.resolve({ ...about, response, path: request.target });
    }
    const pushed = { ...about, path: push.queueName };
    const { functionKey, originId } = request.invocation;
    const publish = (lost: number): Promise<Served> =>
      Promise.resolve({ ...pushed, ...taken(parts, { ...push, originId }, lost) });
    const occasion = { names: [push.queueName], as: "app", functionKey };
    return pushStruck(faults, occasion, {
      about: pushed,
      ask: () => publish(0),
      takeWithout: publish,
    });
  };
}

function answered(queue: Queue, operation: string | undefined, body: unknown): ServiceResponse {
  const { jobId } = named.parse(body);
  if (operation === "stats") {
    const stats = queue.stats(jobId);
    return stats === undefined ? json(404, {}) : json(200, stats);
  }
  if (operation !== "cancel") return json(404, {});
  return queue.cancel(jobId) ? { status: 204, headers: {}, body: "" } : json(404, {});
}

/** Takes a push but for its first `lost` events, unless a limit forbids it. */
function taken(
  { queue, limits }: Parameters<typeof createQueueService>[0],
  { queueName, jobId, payload, originId }: Push & { readonly originId: string },
  lost: number,
): Pick<Served, "response" | "fault"> {
  if (!queue.hasConsumer(queueName)) {
    return { response: json(400, { message: `No consumer listens to the queue ${queueName}` }) };
  }
  if (isTooLarge(payload, queue.isLong(queueName))) return { response: queueRefusals["too-large"] };
  const limit = limits.refused({ originId, events: payload.length });
  if (limit !== undefined) return { response: queueRefusals[limit], fault: limit };
  queue.publish({ queueName, jobId, events: payload.slice(lost), originId });
  return { response: lost === 0 ? allTaken : someLost(Math.min(lost, payload.length)) };
}

const allTaken = { status: 201, headers: {}, body: "" };

function someLost(lost: number): ServiceResponse {
  const failedEvents = Array.from({ length: lost }, (_each, index) => ({
    index: String(index),
    errorMessage: "The event was not queued",
  }));
  return json(202, { failedEvents });
}

function isTooLarge(payload: Push["payload"], long: boolean): boolean {
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  if (bytes(payload) > pushLimitBytes) return true;
  return long && payload.some((event) => bytes(event) > longEventLimitBytes);
}
