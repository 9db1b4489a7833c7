import { join } from "node:path";
import { build } from "vite";
import { checkoutRoot } from "../platform/root";

/** Builds the Custom UI as for a deployment; Vite takes the folders of its configuration from the working directory. */
export async function buildStatic(): Promise<void> {
  process.chdir(checkoutRoot());
  await build({ configFile: join(checkoutRoot(), "vite.config.mts"), logLevel: "warn" });
}
