import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const src = resolve(__dirname, "../../../src");

/** Every REST path written in src, parameters as {} and without its query. */
export function calledPaths(): string[] {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  return [...new Set(files.flatMap((name) => pathsIn(readFileSync(join(src, name), "utf8"))))];
}

/** The paths in a source text; a template's parameters may hold calls, but no braces. */
export function pathsIn(source: string): string[] {
  const written = source.matchAll(/["'`](\/rest\/(?:[^"'`?$]|\$[{][^}]*[}])*)/g);
  return [...written].map(([, path = ""]) => path.replace(/\$[{][^}]*[}]/g, "{}"));
}
