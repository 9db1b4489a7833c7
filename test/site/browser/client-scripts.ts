import { build } from "esbuild";
import { join } from "node:path";

export type ClientScripts = {
  /** The script of the site's own pages. */
  readonly host: string;
  /** The script that every page of the app gets first in its head. */
  readonly bridge: string;
};

/** Bundles the two browser scripts of the site from their sources. */
export async function clientScripts(root: string): Promise<ClientScripts> {
  const folder = join(root, "test/site/browser/client");
  const bundled = async (entry: string) => {
    const result = await build({
      entryPoints: [join(folder, entry)],
      bundle: true,
      write: false,
      format: "iife",
      target: "es2022",
      minify: true,
      logLevel: "silent",
    });
    return result.outputFiles[0]?.text ?? "";
  };
  const [host, bridge] = await Promise.all([bundled("host.ts"), bundled("global-bridge.ts")]);
  return { host, bridge };
}
