import { addSeconds } from "date-fns";
import * as z from "zod/mini";
import type { Answer } from "../contract/answer";
import type { CallName, RequestOf } from "../contract/calls";
import { requests } from "../contract/requests";
import { JiraRefused } from "../jira/jira-refused";
import type { ViewerPorts } from "../use-cases/ports";
import { refused, type Refused } from "../use-cases/refusal";
import { createViewerPorts } from "./wiring";

/** What the resolver hands over: the browser's payload, and a context of which only the account id is the platform's. */
type Request = { readonly payload: unknown; readonly context: Readonly<Record<string, unknown>> };

const schemas: { readonly [C in CallName]: z.ZodMiniType<RequestOf<C>> } = requests;

/** One call of the browser: reads its request, runs the use case as the person who asks, and answers in any case. */
export function asked<C extends CallName, A>(
  call: C,
  useCase: (ports: ViewerPorts, request: RequestOf<C>) => Promise<Answer<A>>,
): (asked: Request) => Promise<Answer<A>> {
  const request: z.ZodMiniType<RequestOf<C>> = schemas[call];
  return async ({ payload, context }) => {
    const { accountId } = context;
    if (typeof accountId !== "string" || accountId === "") return refused("not-allowed");
    const read = z.safeParse(request, payload);
    if (!read.success) return invalidRequest(read.error);
    const ports = createViewerPorts(accountId);
    try {
      return await useCase(ports, read.data);
    } catch (error) {
      console.error(call, error);
      return busyRefusal(error, ports.now()) ?? refused("unavailable");
    } finally {
      await ports.points.flush().catch((error: unknown) => {
        console.error("points", error);
      });
    }
  };
}

/** Names the field by its innermost name: forms show the problem there. */
function invalidRequest(error: z.core.$ZodError): Refused {
  const [issue] = error.issues;
  const field = issue?.path.findLast((part) => typeof part === "string");
  const detail = issue?.message;
  return refused("invalid-request", {
    ...(field === undefined ? {} : { field }),
    ...(detail === undefined ? {} : { detail }),
  });
}

/** A burst passes within a minute; a used-up quota does not, so the person is told until when. */
const burstSeconds = 60;

function busyRefusal(error: unknown, now: Date): Refused | null {
  if (!(error instanceof JiraRefused) || error.status !== 429) return null;
  const seconds = error.retryAfterSeconds ?? 0;
  if (seconds <= burstSeconds) return refused("rate-limited");
  return refused("rate-limited", { until: addSeconds(now, seconds).toISOString() });
}
