import * as z from "zod/mini";
import { instant } from "./ids";

/** Every expected refusal. The user's sentence for each lives in static, in one table keyed by kind. */
const problemKinds = [
  "invalid-request",
  "not-allowed",
  "no-such-goal",
  "no-such-issue",
  "archived",
  "changed-meanwhile",
  "parent-cycle",
  "too-deep",
  "target-before-start",
  "bad-jql",
  "too-many",
  "rate-limited",
  "unavailable",
] as const;

export const problem = z.object({
  kind: z.enum(problemKinds),
  /** Jira's own words (bad-jql) or the offending input; never a person's or an issue's data the viewer may not see. */
  detail: z.optional(z.string()),
  /** Name of the request field the problem belongs to, so that the form can show it there. */
  field: z.optional(z.string()),
  /** When it may be tried again (rate-limited); absent where that is a matter of a minute. */
  until: z.optional(instant),
});
export type Problem = z.infer<typeof problem>;
export type ProblemKind = Problem["kind"];

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** The schema of an answer that either carries a value of this schema or says why it does not. */
export function answerOf<T extends z.core.$ZodType>(value: T) {
  return z.discriminatedUnion("ok", [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem }),
  ]);
}
