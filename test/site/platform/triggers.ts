import { z } from "zod/mini";
import { propertyPath } from "./included-properties";

/** One event that a trigger of the manifest asks for. */
export type Trigger = {
  readonly key: string;
  readonly functionKey: string;
  readonly eventType: string;
  /** Leaves out what the app itself caused. */
  readonly ignoreSelf: boolean;
  /** Entity properties whose values the event brings along. */
  readonly propertyPaths: readonly string[];
};

const filterShape = z.strictObject({
  ignoreSelf: z.optional(z.boolean()),
  onError: z.optional(z.string()),
});
/** The manifest's schema also knows `fields`, of which no page of Forge says what it does: it is refused. */
const payloadShape = z.strictObject({
  include: z.strictObject({ propertyPaths: z.array(z.string()) }),
});
const ownShape = z.strictObject({
  eventType: z.string(),
  filter: z.optional(filterShape),
  payload: z.optional(payloadShape),
});
const eventShape = z.union([z.string(), ownShape]);
const triggerShape = z.strictObject({
  key: z.string(),
  function: z.string(),
  events: z.array(eventShape),
  filter: z.optional(filterShape),
  payload: z.optional(payloadShape),
});

/** Reads the `trigger` modules. Filters by Jira expression are not modelled: such a manifest is refused. */
export function triggersOf(declared: unknown): readonly Trigger[] {
  return z
    .array(triggerShape)
    .parse(declared ?? [])
    .flatMap((trigger) => trigger.events.map((event) => triggerFor(trigger, event)));
}

/** What an event says for itself goes before what its trigger says for all. */
function triggerFor(
  { key, function: functionKey, ...forAll }: z.infer<typeof triggerShape>,
  event: z.infer<typeof eventShape>,
): Trigger {
  const own = typeof event === "string" ? { eventType: event } : event;
  const {
    eventType,
    filter = {},
    payload,
  }: z.infer<typeof ownShape> = {
    ...forAll,
    ...own,
  };
  const propertyPaths = payload?.include.propertyPaths ?? [];
  propertyPaths.forEach(propertyPath);
  const { ignoreSelf = forAll.filter?.ignoreSelf ?? false } = filter;
  return { key, functionKey, eventType, ignoreSelf, propertyPaths };
}
