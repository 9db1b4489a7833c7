import { z } from "zod/mini";

/** One event as the app pushes it to a queue. */
export const pushedEvent = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.optional(z.number().check(z.minimum(0), z.maximum(900))),
  concurrency: z.optional(z.object({ key: z.string(), limit: z.number().check(z.minimum(1)) })),
});
export type PushedEvent = z.infer<typeof pushedEvent>;
