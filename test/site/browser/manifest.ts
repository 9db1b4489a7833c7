import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod/mini";

const text = z.union([
  z.string(),
  z.object({ i18n: z.string() }),
  z.object({ text: z.string(), href: z.optional(z.string()) }),
]);
type ManifestText = z.infer<typeof text>;

const declaredModule = z.looseObject({
  key: z.string(),
  title: z.optional(text),
  description: z.optional(text),
  label: z.optional(text),
  thumbnail: z.optional(z.string()),
  resource: z.string(),
  edit: z.optional(z.object({ resource: z.string() })),
  layout: z.optional(z.string()),
  displayConditions: z.optional(z.record(z.string(), z.unknown())),
});

const manifestShape = z.looseObject({
  app: z.looseObject({ id: z.string() }),
  modules: z.record(z.string(), z.unknown()),
  resources: z._default(z.array(z.looseObject({ key: z.string(), path: z.string() })), []),
  permissions: z._default(z.looseObject({ scopes: z.optional(z.array(z.unknown())) }), {}),
  translations: z.optional(
    z.looseObject({
      resources: z.array(z.object({ key: z.string(), path: z.string() })),
      fallback: z.looseObject({ default: z.string() }),
    }),
  ),
});

/** The module types that the site's pages embed. */
export const surfaceTypes = [
  "jira:dashboardGadget",
  "dashboards:widget",
  "jira:projectPage",
  "jira:issueContext",
  "jira:globalPage",
  "jira:adminPage",
] as const;
export type SurfaceType = (typeof surfaceTypes)[number];

/** A module of the manifest that has a face. */
export type SurfaceModule = {
  readonly type: SurfaceType;
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** What the collapsed row of an issueContext reads. */
  readonly label: string;
  readonly thumbnail: string | undefined;
  /** Of a page: `blank` stands without margins and breadcrumbs. */
  readonly layout: string | undefined;
  readonly resource: string;
  readonly editResource: string | undefined;
};

export type AppManifest = {
  /** The uuid at the end of `app.id`. */
  readonly appId: string;
  readonly surfaces: readonly SurfaceModule[];
  readonly resources: readonly { readonly key: string; readonly path: string }[];
  readonly permissions: Readonly<Record<string, unknown>>;
  readonly scopes: readonly string[];
  readonly locales: readonly { readonly key: string; readonly path: string }[];
  readonly fallback: Readonly<Record<string, unknown>> & { readonly default: string };
};

/** Reads of a parsed manifest.yml what the pages need; `root` is the folder that its paths start from. */
export function appManifest(parsed: unknown, root: string): AppManifest {
  const manifest = manifestShape.parse(parsed);
  const locales = manifest.translations?.resources ?? [];
  const fallback = manifest.translations?.fallback ?? { default: "en-US" };
  const words = wordsOf(locales, fallback.default, root);
  return {
    appId: manifest.app.id.slice(manifest.app.id.lastIndexOf("/") + 1),
    surfaces: surfaceTypes.flatMap((type) => surfacesOf(manifest.modules[type], type, words)),
    resources: manifest.resources.map(({ key, path }) => ({ key, path })),
    permissions: manifest.permissions,
    scopes: (manifest.permissions.scopes ?? []).map(String),
    locales,
    fallback,
  };
}

function surfacesOf(declared: unknown, type: SurfaceType, words: (text: ManifestText) => string) {
  const modules = z.array(declaredModule).parse(declared ?? []);
  return modules.map((each): SurfaceModule => {
    if (each.displayConditions !== undefined) {
      throw new Error(`displayConditions of module ${each.key} are not modelled by the local site`);
    }
    const title = each.title === undefined ? each.key : words(each.title);
    return {
      type,
      key: each.key,
      title,
      description: each.description === undefined ? "" : words(each.description),
      label: each.label === undefined ? title : words(each.label),
      thumbnail: each.thumbnail,
      layout: each.layout,
      resource: each.resource,
      editResource: each.edit?.resource,
    };
  });
}

function wordsOf(
  locales: readonly { readonly key: string; readonly path: string }[],
  locale: string,
  root: string,
): (text: ManifestText) => string {
  const path = locales.find((each) => each.key === locale)?.path;
  const table: unknown =
    path === undefined ? {} : JSON.parse(readFileSync(join(root, path), "utf8"));
  return (words) => {
    if (typeof words === "string") return words;
    if ("text" in words) return words.text;
    return lookedUp(table, words.i18n) ?? words.i18n;
  };
}

/** Keys of a locale file may be nested: `gadget.progress.title` walks objects, and a flat key wins. */
function lookedUp(table: unknown, key: string): string | undefined {
  const tree = z.record(z.string(), z.unknown());
  const flat = tree.safeParse(table).data?.[key];
  if (typeof flat === "string") return flat;
  const found = key
    .split(".")
    .reduce<unknown>((node, name) => tree.safeParse(node).data?.[name], table);
  return typeof found === "string" ? found : undefined;
}
