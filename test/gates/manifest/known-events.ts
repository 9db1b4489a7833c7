import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod/mini";

const mapping = z.object({
  mapping: z.array(
    z.object({
      productEvent: z.string(),
      oAuthScopes: z.object({ current: z.optional(z.array(z.string())) }),
    }),
  ),
});

/** Lifecycle events, which @forge/manifest's mapping leaves out and which need no scope. */
const lifecycle = ["avi:forge:installed:app", "avi:forge:upgraded:app"];

/** Every event a trigger may wait for, with its classic scopes, from @forge/manifest's mapping. */
export function knownEvents(): ReadonlyMap<string, readonly string[]> {
  const folder = dirname(require.resolve("@forge/manifest"));
  const file = join(folder, "mapping/product-event-to-scope-mapping.json");
  const known = mapping.parse(JSON.parse(readFileSync(file, "utf8"))).mapping;
  return new Map([
    ...known.map(({ productEvent, oAuthScopes }): [string, readonly string[]] => [
      productEvent,
      oAuthScopes.current ?? [],
    ]),
    ...lifecycle.map((event): [string, readonly string[]] => [event, []]),
  ]);
}
