import { route } from "@forge/api";
import * as z from "zod/mini";
import type { AskJira } from "./ask-jira";
import { type JiraGate, openGate } from "./jira-gate";

export const fieldList = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    schema: z.optional(z.object({ custom: z.optional(z.string()) })),
  }),
);
export type Field = z.output<typeof fieldList>[number];

/**
 * Ids of the site's fields for story points. A site often has two: team-managed projects have a field type of their
 * own, company-managed ones a number field that only its name tells. An issue carries one of them.
 */
export async function estimateFields(
  { ask }: AskJira,
  gate: JiraGate = openGate,
): Promise<readonly string[]> {
  const chosen = await gate.chosenFields();
  if (chosen !== null) return chosen;
  const fields = await ask({ name: "field", path: route`/rest/api/3/field`, answer: fieldList });
  return pointsFieldsAmong(fields).map(({ id }) => id);
}

/** Those fields whose type or name says that they hold story points. */
export const pointsFieldsAmong = (fields: readonly Field[]): readonly Field[] => [
  ...fields.filter(isTeamManaged),
  ...fields.filter(isCompanyManaged),
];

/** Whether a field holds a number of any meaning. */
export const isNumberField = (field: Field): boolean =>
  isTeamManaged(field) || field.schema?.custom === numberFieldType;

const numberFieldType = "com.atlassian.jira.plugin.system.customfieldtypes:float";

const isTeamManaged = ({ schema }: Field) =>
  schema?.custom === "com.pyxis.greenhopper.jira:jsw-story-points";

const isCompanyManaged = ({ name, schema }: Field) =>
  schema?.custom === numberFieldType && name.toLowerCase() === "story points";
