import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod/mini";
import { checkoutRoot } from "../../platform/root";

const schemaHolder = z.looseObject({
  content: z.optional(z.record(z.string(), z.looseObject({ schema: z.optional(z.unknown()) }))),
});
const operation = z.looseObject({
  parameters: z.optional(
    z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.optional(z.boolean()) })),
  ),
  requestBody: z.optional(schemaHolder),
  responses: z.record(z.string(), schemaHolder),
  security: z.optional(z.array(z.looseObject({ OAuth2: z.optional(z.array(z.string())) }))),
  "x-atlassian-oauth2-scopes": z.optional(
    z.array(z.looseObject({ scheme: z.string(), scopes: z.array(z.string()), state: z.string() })),
  ),
});
const methods = ["get", "post", "put", "delete"] as const;
const document = z.looseObject({
  paths: z.record(
    z.string(),
    z.looseObject({
      get: z.optional(operation),
      post: z.optional(operation),
      put: z.optional(operation),
      delete: z.optional(operation),
    }),
  ),
});

/** One operation of Jira's REST API as Atlassian's document describes it. */
export type Operation = {
  /** `GET /rest/api/3/issue/{issueIdOrKey}` */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly queryParameters: readonly string[];
  /** Sets of scopes of which one must be granted whole, the classic set first; an empty set is open to any token. */
  readonly scopeSets: readonly (readonly string[])[];
  /** JSON pointers into the document, behind its name: `platform#/paths/…`. */
  readonly requestSchema: string | undefined;
  readonly responseSchemas: Readonly<Record<string, string>>;
};

export type ApiDocument = {
  readonly name: "platform" | "software";
  readonly json: unknown;
  readonly operations: readonly Operation[];
};

/** The documents for the platform (`/rest/api/3`) and for Jira Software (`/rest/agile/1.0`). */
export function readDocuments(): readonly ApiDocument[] {
  return [readDocument("platform", "jira-platform-v3"), readDocument("software", "jira-software")];
}

function readDocument(name: ApiDocument["name"], file: string): ApiDocument {
  const path = join(checkoutRoot(), "test/site/jira/openapi", `${file}.json`);
  const json: unknown = JSON.parse(readFileSync(path, "utf8"));
  const operations = Object.entries(document.parse(json).paths).flatMap(([template, item]) =>
    methods.flatMap((method) => {
      const described = item[method];
      return described === undefined ? [] : [operationOf(name, template, method, described)];
    }),
  );
  return { name, json, operations };
}

function operationOf(
  name: string,
  path: string,
  method: string,
  described: z.infer<typeof operation>,
): Operation {
  const base = `${name}#/paths/${escaped(path)}/${method}`;
  return {
    id: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    queryParameters: (described.parameters ?? [])
      .filter((parameter) => parameter.in === "query")
      .map((parameter) => parameter.name),
    scopeSets: scopesLeftOut.get(`${method.toUpperCase()} ${path}`) ?? scopeSetsOf(described),
    requestSchema: schemaPointer(`${base}/requestBody`, described.requestBody),
    responseSchemas: Object.fromEntries(
      Object.entries(described.responses).flatMap(([status, response]) => {
        const pointer = schemaPointer(`${base}/responses/${status}`, response);
        return pointer === undefined ? [] : [[status, pointer]];
      }),
    ),
  };
}

/** The document names none for the list of boards; a live site answers 401 without those of a single board. */
const scopesLeftOut: ReadonlyMap<string, Operation["scopeSets"]> = new Map([
  ["GET /rest/agile/1.0/board", [["read:board-scope:jira-software", "read:issue-details:jira"]]],
]);

/** The software document is older and names its scopes under `security` only. */
function scopeSetsOf(described: z.infer<typeof operation>): readonly (readonly string[])[] {
  const named = described["x-atlassian-oauth2-scopes"];
  if (named === undefined)
    return (described.security ?? []).flatMap(({ OAuth2 }) => (OAuth2 ? [OAuth2] : []));
  return ["Current", "Beta"].flatMap((state) =>
    named.filter((each) => each.state === state).map((each) => each.scopes),
  );
}

function schemaPointer(
  base: string,
  holder: z.infer<typeof schemaHolder> | undefined,
): string | undefined {
  const schema = holder?.content?.["application/json"]?.schema;
  return schema === undefined ? undefined : `${base}/content/application~1json/schema`;
}

function escaped(path: string): string {
  return encodeURIComponent(path.replaceAll("~", "~0").replaceAll("/", "~1"));
}
