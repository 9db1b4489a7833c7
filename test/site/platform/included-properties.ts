import { z } from "zod/mini";
import type { JiraDoor } from "../boundary";

/** A path of `payload.include.propertyPaths`: `issue.properties['key'].member` or `project.properties['key']`. */
type PropertyPath = {
  readonly entity: "issue" | "project";
  readonly key: string;
  readonly members: readonly string[];
};

const about = z.object({
  issue: z.object({
    id: z.string(),
    fields: z.object({ project: z.object({ id: z.string() }) }),
  }),
});
const property = z.object({ value: z.unknown() });
const primitive = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const included = z.union([primitive, z.array(primitive)]);

/**
 * The member `payloadIncludeProperties` of an event: for each path the value of the entity's property, a primitive or a
 * list of them; what cannot be resolved is absent. (Forge's page on Atlassian app events, "Delivered payload shape")
 */
export async function includedProperties(
  jira: Pick<JiraDoor, "handle">,
  paths: readonly string[],
  body: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const event = about.safeParse(body).data;
  if (paths.length === 0 || event === undefined) return {};
  const ids = { issue: event.issue.id, project: event.issue.fields.project.id };
  const resolved = await Promise.all(
    paths.map(async (path) => {
      const parsed = propertyPath(path);
      const value = included.safeParse(await valueAt(jira, ids[parsed.entity], parsed));
      return value.success ? [[path, value.data] as const] : [];
    }),
  );
  return { payloadIncludeProperties: Object.fromEntries(resolved.flat()) };
}

/** Throws on a path that the site does not model, so that no manifest passes in silence. */
export function propertyPath(path: string): PropertyPath {
  const match = /^(issue|project)\.properties\['([^']+)'\]((?:\.\w+|\['[^']+'\])*)$/.exec(path);
  const [, entity, key, rest = ""] = match ?? [];
  if ((entity !== "issue" && entity !== "project") || key === undefined) {
    throw new Error(`the path ${path} of payload.include is not modelled by the local site`);
  }
  const members = [...rest.matchAll(/\.(\w+)|\['([^']+)'\]/g)].flatMap(([, dotted, bracketed]) =>
    (dotted ?? bracketed ?? "").split("."),
  );
  return { entity, key, members };
}

async function valueAt(
  jira: Pick<JiraDoor, "handle">,
  id: string,
  { entity, key, members }: PropertyPath,
): Promise<unknown> {
  const path = `/rest/api/3/${entity}/${id}/properties/${encodeURIComponent(key)}`;
  const request = {
    method: "GET",
    path,
    headers: {},
    body: undefined,
    as: { kind: "app" },
  } as const;
  const { status, body } = await jira.handle(request);
  if (status === 404) return undefined;
  if (status !== 200) throw new Error(`Jira answered ${path} with ${String(status)}: ${body}`);
  return members.reduce(memberOf, property.parse(JSON.parse(body)).value);
}

function memberOf(value: unknown, name: string): unknown {
  const read = z.record(z.string(), z.unknown()).safeParse(value);
  return read.data?.[name];
}
