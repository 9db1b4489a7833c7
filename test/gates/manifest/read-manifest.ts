import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod/mini";

const text = z.union([z.string(), z.object({ i18n: z.string() })]);

const uiModule = z.looseObject({
  key: z.string(),
  title: text,
  description: z.optional(text),
  label: z.optional(text),
  thumbnail: z.optional(z.string()),
  resource: z.optional(z.string()),
  render: z.optional(z.string()),
  function: z.optional(z.string()),
  resolver: z.optional(z.object({ function: z.string() })),
  edit: z.optional(z.looseObject({ resource: z.optional(z.string()) })),
});

const uses = { key: z.string(), function: z.string() };

const manifest = z.looseObject({
  app: z.looseObject({
    runtime: z.looseObject({ name: z.string(), memoryMB: z.optional(z.number()) }),
  }),
  modules: z.looseObject({
    trigger: z.array(
      z.looseObject({
        ...uses,
        events: z.array(z.string()),
        filter: z.optional(z.looseObject({ ignoreSelf: z.optional(z.boolean()) })),
      }),
    ),
    scheduledTrigger: z.array(z.looseObject({ ...uses, interval: z.string() })),
    consumer: z.array(z.looseObject({ ...uses, queue: z.string() })),
    sql: z.array(z.looseObject({ key: z.string() })),
    function: z.array(
      z.looseObject({
        key: z.string(),
        handler: z.string(),
        timeoutSeconds: z.optional(z.number()),
        runtime: z.optional(z.looseObject({ memoryMB: z.optional(z.number()) })),
      }),
    ),
  }),
  permissions: z.looseObject({ scopes: z.array(z.string()) }),
});

export type Manifest = z.infer<typeof manifest>;
export type UiModule = z.infer<typeof uiModule> & { readonly type: string };

/** The manifest as far as our own assertions look at it; what the schema says is @forge/manifest's to check. */
export function readManifest(path: string): Manifest {
  return manifest.parse(parse(readFileSync(path, "utf8")));
}

/** Modules of Jira that only tell it something and show nothing. */
const dataModules = ["jira:entityProperty", "jira:jqlFunction"];

/** The modules that show a page or a part of one, with their module type. */
export function uiModulesOf({ modules }: Manifest): UiModule[] {
  return Object.entries(modules)
    .filter(([type]) => type.includes(":") && !dataModules.includes(type))
    .flatMap(([type, entries]) =>
      z
        .array(uiModule)
        .parse(entries)
        .map((module) => ({ ...module, type })),
    );
}
