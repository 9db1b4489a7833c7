import * as z from "zod/mini";

const issue = z.object({ id: z.string() });
const linkedIssues = z.object({
  sourceIssueId: z.union([z.string(), z.number()]),
  destinationIssueId: z.union([z.string(), z.number()]),
});

/** What of a product event matters: its name, and which issues may have changed. Its fields are never taken as facts. */
export const productEvent = z.pipe(
  z.looseObject({ eventType: z.string(), issue: z.optional(issue) }),
  z.transform((event) => {
    const linked = linkedIssues.safeParse(event);
    const ends = linked.success ? [linked.data.sourceIssueId, linked.data.destinationIssueId] : [];
    return {
      eventType: event.eventType,
      issueIds: [...(event.issue === undefined ? [] : [event.issue.id]), ...ends.map(String)],
    };
  }),
);
