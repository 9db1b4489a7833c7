import { rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { checkoutRoot } from "./root";

/** A back end ready to be loaded by the runner: `index.cjs` in a folder of its own. */
export type AppBundle = { readonly directory: string; readonly bytes: number };

/** Bundles the app as for a deployment: one file, every @forge package inside and unchanged, minified. Two may build at once. */
export async function buildApp(
  options: { readonly entry?: string; readonly directory?: string } = {},
): Promise<AppBundle> {
  const root = checkoutRoot();
  const directory = join(root, options.directory ?? "dist/app");
  const unfinished = join(directory, `unfinished-${String(process.pid)}.cjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [options.entry ?? "src/index.ts"],
    outfile: unfinished,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minify: true,
    logLevel: "silent",
  });
  const finished = join(directory, "index.cjs");
  await rename(unfinished, finished);
  return { directory, bytes: (await stat(finished)).size };
}
