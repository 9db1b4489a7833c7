import * as z from "zod/mini";
import { goalLine } from "./goal";
import { linkId } from "./ids";

/** The goals a project's work serves: a goal appears when at least one visible item of its scope is of the project. */
export const projectGoals = z.object({
  goals: z.array(
    z.object({
      goal: goalLine,
      /** Items of this project in the goal's scope. */
      itemsHere: z.number(),
      doneHere: z.number(),
    }),
  ),
  /** Issues of this project (sub-tasks aside) that serve at least one goal; null when not known yet. */
  connected: z.nullable(z.object({ serving: z.number(), known: z.number() })),
  mayCreate: z.boolean(),
});
export type ProjectGoals = z.infer<typeof projectGoals>;

/** How a goal reaches an issue. */
export const servingPath = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("direct"), linkId, descendants: z.boolean() }),
  z.object({
    kind: z.literal("ancestor"),
    issueKey: z.nullable(z.string()),
    linkId,
  }),
  z.object({ kind: z.literal("rule"), jql: z.nullable(z.string()), linkId }),
  z.object({ kind: z.literal("sub-goal"), title: z.nullable(z.string()) }),
]);
export type ServingPath = z.infer<typeof servingPath>;
export const issueGoals = z.object({
  goals: z.array(
    z.object({
      goal: goalLine,
      paths: z.array(servingPath),
      /** What finishing this issue would add to the headline, in share of 1; null when not known or withheld. */
      finishingAdds: z.nullable(z.number()),
    }),
  ),
  mayCreate: z.boolean(),
});
export type IssueGoals = z.infer<typeof issueGoals>;
