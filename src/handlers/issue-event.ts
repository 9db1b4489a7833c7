import * as z from "zod/mini";

/** The version that the event was told of; a date that cannot be read tells nothing. */
const updated = z.pipe(
  z.string(),
  z.transform((text) => {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? null : at;
  }),
);
const issue = z.object({
  id: z.string(),
  fields: z.optional(z.looseObject({ updated: z.optional(updated) })),
});
const linkedIssues = z.object({
  sourceIssueId: z.union([z.string(), z.number()]),
  destinationIssueId: z.union([z.string(), z.number()]),
});

/**
 * What of a product event matters: its name, and which issues may have changed, seen at which version. Its fields are
 * never taken as facts.
 */
export const productEvent = z.pipe(
  z.looseObject({ eventType: z.string(), issue: z.optional(issue) }),
  z.transform((event) => {
    const linked = linkedIssues.safeParse(event);
    const ends = linked.success ? [linked.data.sourceIssueId, linked.data.destinationIssueId] : [];
    const gone = event.eventType.includes(":deleted:");
    const own =
      event.issue === undefined
        ? []
        : [
            {
              issueId: event.issue.id,
              seenAt: gone ? null : (event.issue.fields?.updated ?? null),
            },
          ];
    return {
      eventType: event.eventType,
      gone,
      marks: [...own, ...ends.map((id) => ({ issueId: String(id), seenAt: null }))],
    };
  }),
);
