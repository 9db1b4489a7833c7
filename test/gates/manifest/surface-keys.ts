import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The table of the browser build that leads from a module key to its surface. */
const table = resolve(__dirname, "../../../static/surfaces/by-module-key.ts");

/** Module keys that the browser build has a surface for; none while there is no table. */
export function surfaceKeys(): string[] {
  if (!existsSync(table)) return [];
  const source = readFileSync(table, "utf8");
  return [...source.matchAll(/^\s*"([a-z-]+)":/gm)].map(([, key = ""]) => key);
}
