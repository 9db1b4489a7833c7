import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod/mini";
import { checkoutRoot } from "./root";
import { triggersOf, type Trigger } from "./triggers";

export type AppFunction = {
  readonly key: string;
  /** `index.resolver` */
  readonly handler: string;
  /** The shortest limit of the modules that use it. */
  readonly limitMilliseconds: number;
};

export type Consumer = {
  readonly key: string;
  readonly queue: string;
  readonly functionKey: string;
};

export type Schedule = {
  readonly key: string;
  readonly functionKey: string;
  readonly intervalMilliseconds: number;
};

/** What the platform reads of manifest.yml. */
export type PlatformManifest = {
  /** The uuid at the end of `app.id`. */
  readonly appId: string;
  readonly functions: readonly AppFunction[];
  /** Which function answers the calls of a module's pages, and the module's type. */
  readonly resolvers: ReadonlyMap<
    string,
    { readonly functionKey: string; readonly moduleType: string }
  >;
  readonly triggers: readonly Trigger[];
  readonly consumers: readonly Consumer[];
  readonly schedules: readonly Schedule[];
  readonly scopes: readonly string[];
  readonly usesSql: boolean;
};

const minute = 60_000;
const intervals = {
  fiveMinute: 5 * minute,
  hour: 60 * minute,
  day: 24 * 60 * minute,
  week: 7 * 24 * 60 * minute,
} as const;

const functionShape = z.object({
  key: z.string(),
  handler: z.string(),
  timeoutSeconds: z.optional(z.number()),
});
const withResolver = z.array(
  z.looseObject({ key: z.string(), resolver: z.optional(z.object({ function: z.string() })) }),
);
const manifestShape = z.looseObject({
  app: z.looseObject({ id: z.string() }),
  permissions: z.optional(
    z.looseObject({ scopes: z.optional(z.array(z.unknown())), external: z.optional(z.unknown()) }),
  ),
  modules: z.looseObject({
    function: z.array(functionShape),
    trigger: z.optional(z.unknown()),
    consumer: z.optional(
      z.array(z.looseObject({ key: z.string(), queue: z.string(), function: z.string() })),
    ),
    scheduledTrigger: z.optional(
      z.array(
        z.looseObject({
          key: z.string(),
          function: z.string(),
          interval: z.enum(["fiveMinute", "hour", "day", "week"]),
        }),
      ),
    ),
  }),
});
type Modules = z.infer<typeof manifestShape>["modules"];

/** Reads a manifest file; `path` starts at the checkout. */
export function readManifest(path = "manifest.yml"): PlatformManifest {
  return platformManifest(parse(readFileSync(join(checkoutRoot(), path), "utf8")));
}

/** The same from what was parsed; throws on what the site does not model, so that nothing passes in silence. */
export function platformManifest(parsed: unknown): PlatformManifest {
  const { app, modules, permissions } = manifestShape.parse(parsed);
  if (permissions?.external !== undefined) {
    throw new Error("permissions.external is not modelled by the local site");
  }
  const triggers = triggersOf(modules.trigger);
  return {
    appId: app.id.slice(app.id.lastIndexOf("/") + 1),
    functions: modules.function.map((each) => ({
      key: each.key,
      handler: each.handler,
      limitMilliseconds: limitOf(each, modules, triggers),
    })),
    resolvers: resolversOf(modules),
    triggers,
    consumers: (modules.consumer ?? []).map((each) => ({
      key: each.key,
      queue: each.queue,
      functionKey: each.function,
    })),
    schedules: (modules.scheduledTrigger ?? []).map((each) => ({
      key: each.key,
      functionKey: each.function,
      intervalMilliseconds: intervals[each.interval],
    })),
    scopes: (permissions?.scopes ?? []).map(String),
    usesSql: modules["sql"] !== undefined,
  };
}

/** 25 s for what a page or an event waits for; consumers and schedules have 55 s, or up to 900 s by timeoutSeconds. */
function limitOf(
  declared: z.infer<typeof functionShape>,
  modules: Modules,
  triggers: readonly Trigger[],
): number {
  const uses = (key: string) => key === declared.key;
  const short =
    [...resolversOf(modules).values()].some((each) => uses(each.functionKey)) ||
    triggers.some((each) => uses(each.functionKey));
  if (short) return 25_000;
  return Math.min(declared.timeoutSeconds ?? 55, 900) * 1000;
}

function resolversOf(modules: Modules): PlatformManifest["resolvers"] {
  const found = Object.entries(modules).flatMap(([moduleType, declared]) => {
    const list = withResolver.safeParse(declared);
    return (list.data ?? []).flatMap(({ key, resolver }) =>
      resolver === undefined
        ? []
        : [[key, { functionKey: resolver.function, moduleType }] as const],
    );
  });
  return new Map(found);
}
