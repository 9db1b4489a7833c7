import * as app from "../../../src/index";
import type { PlatformManifest } from "../../site/platform/manifest";

type Handler = (...given: readonly unknown[]) => Promise<unknown>;

/** The functions of the app under the keys that the manifest gives them. */
export function doorsOf({ functions }: PlatformManifest): ReadonlyMap<string, Door> {
  const exported = new Map<string, unknown>(Object.entries(app));
  return new Map(
    functions.map(({ key, handler, limitMilliseconds }) => {
      const name = handler.slice(handler.indexOf(".") + 1);
      const found = exported.get(name);
      if (!isHandler(found)) throw new Error(`the app exports no ${name}`);
      return [key, { handler: found, limitMilliseconds }];
    }),
  );
}

export type Door = { readonly handler: Handler; readonly limitMilliseconds: number };

function isHandler(value: unknown): value is Handler {
  return typeof value === "function";
}
