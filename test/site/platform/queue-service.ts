import { z } from "zod/mini";
import { pushedEvent } from "./pushed-event";
import type { Queue } from "./queue";
import { json, type Served, type ServiceRequest, type ServiceResponse } from "./service";

const published = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(pushedEvent).check(z.minLength(1), z.maxLength(50)),
});
const named = z.object({ jobId: z.string() });

const pushLimitBytes = 200 * 1024;

/** The queue's HTTP interface; the braces of the path's variables arrive as they are written in @forge/events. */
export function serveQueue(queue: Queue, request: ServiceRequest): Served {
  const operation = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(request.target)?.[1];
  const body: unknown = JSON.parse(request.body);
  return {
    response: answered(queue, operation, body),
    service: "queue",
    as: "app",
    method: operation ?? request.method,
    path: pathOf(operation, body) ?? request.target,
  };
}

function answered(queue: Queue, operation: string | undefined, body: unknown): ServiceResponse {
  if (operation === "publish") return publish(queue, body);
  const asked = named.parse(body);
  if (operation === "stats") {
    const stats = queue.stats(asked.jobId);
    return stats === undefined ? json(404, {}) : json(200, stats);
  }
  if (operation !== "cancel") return json(404, {});
  return queue.cancel(asked.jobId) ? { status: 204, headers: {}, body: "" } : json(404, {});
}

function publish(queue: Queue, body: unknown): ServiceResponse {
  const push = published.safeParse(body);
  if (!push.success) return json(400, { message: "The push is malformed", errors: [] });
  const { queueName, jobId, payload } = push.data;
  if (Buffer.byteLength(JSON.stringify(payload)) > pushLimitBytes) {
    return json(413, { errorMessage: "The payload exceeds 200 KB" });
  }
  if (!queue.hasConsumer(queueName)) {
    return json(400, { message: `No consumer listens to the queue ${queueName}` });
  }
  queue.publish(queueName, jobId, payload);
  return { status: 201, headers: {}, body: "" };
}

function pathOf(operation: string | undefined, body: unknown): string | undefined {
  return operation === "publish" ? published.safeParse(body).data?.queueName : undefined;
}
