import { z } from "zod/mini";

/** One event that a trigger of the manifest asks for. */
export type Trigger = {
  readonly key: string;
  readonly functionKey: string;
  readonly eventType: string;
  /** Leaves out what the app itself caused. */
  readonly ignoreSelf: boolean;
};

const filterShape = z.strictObject({
  ignoreSelf: z.optional(z.boolean()),
  onError: z.optional(z.string()),
});
const eventShape = z.union([
  z.string(),
  z.strictObject({ eventType: z.string(), filter: z.optional(filterShape) }),
]);
const triggerShape = z.strictObject({
  key: z.string(),
  function: z.string(),
  events: z.array(eventShape),
  filter: z.optional(filterShape),
});

/** Reads the `trigger` modules. Filters by Jira expression and added payload are not modelled: such a manifest is refused. */
export function triggersOf(declared: unknown): readonly Trigger[] {
  return z
    .array(triggerShape)
    .parse(declared ?? [])
    .flatMap((trigger) =>
      trigger.events.map((event) => {
        const own = typeof event === "string" ? undefined : event.filter;
        return {
          key: trigger.key,
          functionKey: trigger.function,
          eventType: typeof event === "string" ? event : event.eventType,
          ignoreSelf: own?.ignoreSelf ?? trigger.filter?.ignoreSelf ?? false,
        };
      }),
    );
}
