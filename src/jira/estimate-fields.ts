import { route } from "@forge/api";
import * as z from "zod/mini";
import type { AskJira } from "./ask-jira";

const fieldList = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    schema: z.optional(z.object({ custom: z.optional(z.string()) })),
  }),
);
type Field = z.output<typeof fieldList>[number];

/**
 * Ids of the site's fields for story points. A site often has two: team-managed projects have a field type of their
 * own, company-managed ones a number field that only its name tells. An issue carries one of them.
 */
export async function estimateFields({ ask }: AskJira): Promise<readonly string[]> {
  const fields = await ask({ name: "field", path: route`/rest/api/3/field`, answer: fieldList });
  return [...fields.filter(isTeamManaged), ...fields.filter(isCompanyManaged)].map(({ id }) => id);
}

const isTeamManaged = ({ schema }: Field) =>
  schema?.custom === "com.pyxis.greenhopper.jira:jsw-story-points";

const isCompanyManaged = ({ name, schema }: Field) =>
  schema?.custom === "com.atlassian.jira.plugin.system.customfieldtypes:float" &&
  name.toLowerCase() === "story points";
