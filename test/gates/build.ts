import { build } from "vite";
import { buildApp } from "../site/platform/bundle";
import { builtFiles, firstLoadBytes } from "./first-load";

/** Limits of the README's cost table, in bytes. */
const limits = { gadget: 90 * 1024, backEnd: 400 * 1000 } as const;

/** `npm run build`: the browser's part and the back end as they are deployed, and their sizes against the limits. */
async function main(): Promise<number> {
  const built = await build({ configFile: "vite.config.mts", logLevel: "warn" });
  if (!("output" in built)) throw new Error("the build gave more than one output");
  const gadget = firstLoadBytes(
    builtFiles(built.output),
    "static/surfaces/goal-progress/goal-progress.tsx",
  );
  const { bytes: backEnd } = await buildApp();
  const fits = [
    told("gadget, first load compressed", gadget, limits.gadget),
    told("back end, minified", backEnd, limits.backEnd),
  ];
  return fits.every(Boolean) ? 0 : 1;
}

function told(what: string, bytes: number, limit: number): boolean {
  const kib = (value: number) => (value / 1024).toFixed(1);
  const verdict = bytes <= limit ? "within" : "OVER";
  process.stdout.write(`${what}: ${kib(bytes)} KiB, ${verdict} ${kib(limit)}\n`);
  return bytes <= limit;
}

process.exitCode = await main();
