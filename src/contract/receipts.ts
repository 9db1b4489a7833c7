import * as z from "zod/mini";
import { goalId, linkId } from "./ids";

export const goalSaved = z.object({ goalId, version: z.number() });
export const linkSaved = z.object({ goalId, linkId });
export const linkIssuesResult = z.object({
  linked: z.array(z.string()),
  alreadyLinked: z.array(z.string()),
  /** Not existing or not visible to the person: the two are not told apart. */
  notFound: z.array(z.string()),
});
export const unlinked = z.object({ goalId });
export const settingsSaved = z.object({ version: z.number() });
/** How many goals are read from Jira again. */
export const everythingAsked = z.object({ goals: z.number() });
