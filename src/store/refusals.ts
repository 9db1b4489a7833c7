import * as z from "zod/mini";

/**
 * An error of @forge/sql: Forge's code, the response's status, and in `context.debug` what the database said. Read by
 * shape, because the package's errors cross bundles.
 */
const forgeRefusal = z.object({
  code: z.string(),
  message: z.string(),
  responseDetails: z.object({ status: z.number() }),
  context: z.optional(
    z.object({
      debug: z.optional(z.object({ errno: z.optional(z.number()), code: z.optional(z.string()) })),
    }),
  ),
});

const noSuchTable = 1146;
/** Deadlock and lock wait (MySQL), write conflict and retryable transaction (TiDB). */
const conflicts: readonly number[] = [1213, 1205, 9007, 8002];

/** Forge's code of a refusal; "UNKNOWN" for anything else that was thrown. */
export function codeOf(error: unknown): string {
  const read = forgeRefusal.safeParse(error);
  return read.success ? read.data.code : "UNKNOWN";
}

/** The statement came before the tables. */
export function isMissingTable(error: unknown): boolean {
  const read = forgeRefusal.safeParse(error);
  if (!read.success) return false;
  return (
    read.data.context?.debug?.errno === noSuchTable ||
    /Table '.*' doesn't exist/.test(read.data.message)
  );
}

/** A refusal that may be gone at the next try. A write that timed out may still be running, so only reads try again. */
export function isPassing(error: unknown, isRead: boolean): boolean {
  const read = forgeRefusal.safeParse(error);
  if (!read.success) return false;
  const { code, responseDetails, context } = read.data;
  if (responseDetails.status === 429 || code === "RATE_LIMIT_EXCEEDED") return true;
  if (code === "QUERY_TIMED_OUT") return isRead;
  return conflicts.includes(context?.debug?.errno ?? 0);
}
