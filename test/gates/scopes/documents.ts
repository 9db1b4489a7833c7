import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod/mini";

const folder = resolve(__dirname, "../../site/jira/openapi");

const operation = z.looseObject({
  description: z.optional(z.string()),
  "x-atlassian-oauth2-scopes": z.optional(
    z.array(z.looseObject({ state: z.string(), scopes: z.array(z.string()) })),
  ),
  security: z.optional(z.array(z.looseObject({ OAuth2: z.optional(z.array(z.string())) }))),
});

const document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** The sets of scopes of which one whole set opens an operation: the classic one, then the granular one. */
export type ScopeSets = readonly (readonly string[])[];

/** Every operation of Atlassian's documents, as "GET /rest/api/3/field", with the sets of scopes that open it. */
export function documentedOperations(): ReadonlyMap<string, ScopeSets> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(files.flatMap((name) => operationsOf(join(folder, name))));
}

function operationsOf(file: string): [string, ScopeSets][] {
  const { paths } = document.parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ["get", "post", "put", "delete"].includes(method))
      .map(([method, value]): [string, ScopeSets] => [
        `${method.toUpperCase()} ${path}`,
        scopeSetsOf(value),
      ]),
  );
}

/**
 * The software document is older and names its scopes under `security` only. POST permissions/check still lists no
 * classic scope and announces one in its description, due since 2024-06-15; what is announced counts.
 */
function scopeSetsOf(value: unknown): ScopeSets {
  const found = operation.parse(value);
  const announced = announcedScopes(found.description ?? "");
  if (announced.length > 0) return announced;
  const named = found["x-atlassian-oauth2-scopes"]?.map(({ scopes }) => scopes);
  return named ?? (found.security ?? []).flatMap(({ OAuth2 }) => (OAuth2 ? [OAuth2] : []));
}

/** The lines "**Classic**: `read:jira-work`" and "**Granular**: …" of a notice in an operation's description. */
function announcedScopes(description: string): ScopeSets {
  const lines = description.matchAll(/[*]{2}(?:Classic|Granular)[*]{2}: (`.*`)/g);
  return [...lines].map(([, names = ""]) => names.replaceAll("`", "").split(", "));
}
