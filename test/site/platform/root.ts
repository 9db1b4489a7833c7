import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the checkout: the nearest one upwards that has the app's lock file. */
export function checkoutRoot(from: string = process.cwd()): string {
  if (existsSync(join(from, "package-lock.json"))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("run this inside the checkout: no package-lock.json found");
  return checkoutRoot(parent);
}
