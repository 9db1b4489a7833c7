import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** Starts a headless Chromium: the one that CHROMIUM names, else the first of the path. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: rootArguments() });
}

/** Where Chromium is installed; undefined where it is not. */
export function installedChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  if (named !== undefined) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}

function chromiumPath(): string {
  const path = installedChromium();
  if (path === undefined)
    throw new Error("The journeys need Chromium: install it, or name it in CHROMIUM");
  return path;
}

/** Chromium refuses its sandbox to root, as which containers run. */
function rootArguments(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
