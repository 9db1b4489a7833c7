import { z } from "zod/mini";

/** A place where real or official bodies differ from Atlassian's document, with what the document should say. */
type Amendment = {
  readonly schema: string;
  readonly property: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly seen: string;
};

const nullableText = { type: "string", nullable: true };
const recorded = "recorded histories of Jira Cloud sites";

export const amendments: readonly Amendment[] = [
  ...["from", "to", "fromString", "toString"].map((property) => ({
    schema: "ChangeDetails",
    property,
    value: nullableText,
    seen: recorded,
  })),
  ...["tmpFromAccountId", "tmpToAccountId"].map((property) => ({
    schema: "ChangeDetails",
    property,
    value: nullableText,
    seen: `${recorded}: on every assignee item`,
  })),
  {
    schema: "SearchAndReconcileRequestBean",
    property: "nextPageToken",
    value: nullableText,
    seen: "a live site takes null for the first page, as measured for brekkylab/backlot#191",
  },
  {
    schema: "FieldDetails",
    property: "untranslatedName",
    value: { type: "string" },
    seen: "recorded lists of fields: on every custom field",
  },
  {
    schema: "ErrorCollection",
    property: "warningMessages",
    value: { type: "array", items: { type: "string" } },
    seen: "refusals of JQL values reported in public issues",
  },
];

/** Schemas that forbid further members although the official example of the operation has some. */
const closedInError = [
  { schema: "JqlQueryClause", seen: "the official example of POST jql/parse" },
];

/** Response schemas, by operation, of which a part forbids members that official and recorded bodies have. */
const closedResponses = [
  {
    path: "/rest/agile/1.0/board/{boardId}/configuration",
    property: "location",
    seen: "the official example of the operation, and recorded board configurations",
  },
];

const openable = z.looseObject({
  get: z.looseObject({
    responses: z.looseObject({
      200: z.looseObject({
        content: z.looseObject({
          "application/json": z.looseObject({
            schema: z.looseObject({
              properties: z.record(z.string(), z.record(z.string(), z.unknown())),
            }),
          }),
        }),
      }),
    }),
  }),
});

const amendable = z.looseObject({
  paths: z.record(z.string(), z.unknown()),
  components: z.looseObject({
    schemas: z.record(
      z.string(),
      z.looseObject({ properties: z.optional(z.record(z.string(), z.unknown())) }),
    ),
  }),
});

/** The document with the amendments in it. */
export function amended(json: unknown): Record<string, unknown> {
  const document = amendable.parse(json);
  for (const { schema, property, value } of amendments) {
    const properties = document.components.schemas[schema]?.properties;
    if (properties !== undefined) properties[property] = value;
  }
  for (const { schema } of closedInError) {
    const closed = document.components.schemas[schema];
    if (closed !== undefined) closed["additionalProperties"] = true;
  }
  for (const { path, property } of closedResponses) {
    const operation = openable.safeParse(document.paths[path]);
    if (!operation.success) continue;
    const { schema } = operation.data.get.responses[200].content["application/json"];
    const part = schema.properties[property];
    if (part === undefined) continue;
    part["additionalProperties"] = true;
    document.paths[path] = operation.data;
  }
  return document;
}
