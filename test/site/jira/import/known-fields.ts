import { z } from "zod/mini";
import type { History, KnownFields } from "./jira-histories";
import type { JiraIssue } from "./jira-issue";

const details = z.array(
  z.looseObject({
    id: z.string(),
    name: z.string(),
    schema: z.optional(
      z.looseObject({
        type: z.string(),
        items: z.optional(z.string()),
        custom: z.optional(z.string()),
      }),
    ),
  }),
);

const pointsName = /^story points?(?: estimate)?$/i;
const types = "com.atlassian.jira.plugin.system.customfieldtypes";

/** From the answer of GET /field; an estimate field that is named story points wins over one of its kind. */
export function fieldsOfSite(answer: unknown): KnownFields {
  const fields = details.parse(answer);
  const ofType = (custom: string) => fields.find(({ schema }) => schema?.custom === custom)?.id;
  const idsWhere = (isWanted: (field: z.infer<typeof details>[number]) => boolean) =>
    new Set(fields.filter(isWanted).map(({ id }) => id));
  const named = fields.find(
    ({ name, schema }) => pointsName.test(name) && schema?.type === "number",
  );
  return {
    storyPoints: named?.id ?? ofType("com.pyxis.greenhopper.jira:jsw-story-points") ?? null,
    sprint: ofType("com.pyxis.greenhopper.jira:gh-sprint") ?? null,
    freeText: idsWhere(({ schema }) => texts.includes(schema?.custom ?? "")),
    people: idsWhere(({ schema }) => schema?.type === "user" || schema?.items === "user"),
  };
}

const texts = [`${types}:textarea`, `${types}:textfield`];

const sprintLike = z.array(z.looseObject({ id: z.number(), name: z.string(), state: z.string() }));

/** From the issues themselves, where nobody asked the site for its fields. */
export function fieldsInIssues(
  issues: readonly JiraIssue[],
  histories: readonly History[],
): KnownFields {
  const points = histories
    .flatMap(({ items }) => items)
    .find(({ field, fieldId }) => fieldId && pointsName.test(field));
  const sprint = issues
    .flatMap(({ fields }) => Object.entries(fields))
    .find(([, value]) => sprintLike.safeParse(value).data?.length);
  return {
    storyPoints: points?.fieldId ?? null,
    sprint: sprint?.[0] ?? null,
    freeText: new Set(),
    people: new Set(),
  };
}
