import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod/mini";

const root = resolve(__dirname, "../../..");

const verdicts = z.array(
  z.object({ type: z.string(), success: z.boolean(), messages: z.array(z.string()) }),
);

/** What @forge/manifest says of a manifest text, standing where ours stands: beside src, the locales and a built page. */
export function validate(manifest: string, types: readonly string[]) {
  const app = mkdtempSync(join(tmpdir(), "manifest-"));
  try {
    writeFileSync(join(app, "manifest.yml"), manifest);
    cpSync(join(root, "src"), join(app, "src"), { recursive: true });
    const page = join(app, "static/dist/index.html");
    mkdirSync(join(app, "static/dist"), { recursive: true });
    const built = join(root, "static/dist/index.html");
    if (existsSync(built)) cpSync(built, page);
    else writeFileSync(page, "<!doctype html><title>Not built</title>");
    const script = join(__dirname, "run-validators.cjs");
    return verdicts.parse(
      JSON.parse(
        execFileSync(process.execPath, [script, ...types], { cwd: app, encoding: "utf8" }),
      ),
    );
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}
