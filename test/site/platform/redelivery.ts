import { z } from "zod/mini";
import type { InvocationResult } from "../boundary";

/** When and why something is delivered again. */
export type Redelivery = {
  readonly afterMilliseconds: number;
  readonly reason: string;
  readonly data: unknown;
};

/** What the function learns about earlier deliveries of the same thing; absent on the first. */
export type RetryContext = {
  readonly retryCount: number;
  readonly retryReason: string;
  readonly retryData: unknown;
};

const retryAsked = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({
    retryAfter: z.optional(z.number()),
    retryReason: z.optional(z.string()),
    retryData: z.optional(z.unknown()),
  }),
});

const longestSeconds = 900;
const firstBackoffSeconds = 10;

/** A retry asked for by returning InvocationError; undefined when the function asked for none. */
export function askedRetry(result: InvocationResult): Redelivery | undefined {
  const asked = result.ok ? retryAsked.safeParse(result.value).data : undefined;
  if (asked === undefined) return undefined;
  const { retryAfter = 1, retryReason, retryData } = asked.retryOptions;
  return {
    afterMilliseconds: Math.min(retryAfter, longestSeconds) * 1000,
    reason: retryReason ?? "FUNCTION_RETRY_REQUEST",
    data: isObject(retryData) ? retryData : undefined,
  };
}

/** The platform's own retry after a throw, a time-out or a crash: waiting doubles, up to 15 minutes. */
export function backoff(
  result: Extract<InvocationResult, { ok: false }>,
  retriesBefore: number,
): Redelivery {
  const seconds = Math.min(firstBackoffSeconds * 2 ** retriesBefore, longestSeconds);
  const reason = result.errorType.startsWith("FUNCTION_")
    ? result.errorType
    : "FUNCTION_PLATFORM_UNKNOWN_ERROR";
  return { afterMilliseconds: seconds * 1000, reason, data: undefined };
}

/** retryData that is no object is not sent on the retry. */
function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
