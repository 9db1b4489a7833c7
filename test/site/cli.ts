import { buildStatic } from "./assembly/build-static";
import { BadFlag, readFlags, usage, type Flags } from "./assembly/flags";
import { loadData } from "./assembly/site-data";
import { ExportRefused } from "./jira/import/exported-issues";
import { buildApp } from "./platform/bundle";
import { createSite, type ServedSite } from "./site";

/** `npm start`: builds the app, fills a site and serves it until Ctrl-C. */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  const running = { stop: () => Promise.resolve() };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void running.stop().finally(() => process.exit(0));
    });
  }
  const served = await start(flags);
  running.stop = served.stop;
  process.stdout.write(`Throughline runs on ${served.url}\n`);
}

async function start({ data: path, port, user, ...flags }: Flags): Promise<ServedSite> {
  const [data, bundle] = await Promise.all([loadData(path), buildApp(), buildStatic()]);
  const site = await createSite({ ...flags, data, bundle, eventDelay: withinASecond });
  try {
    return await site.serve({ port, ...(user === undefined ? {} : { user }) });
  } catch (error) {
    await site.stop();
    throw error;
  }
}

/** Delays between 0 and 1 s that look scattered and are the same each time. */
function withinASecond(n: number): number {
  return (n * 619) % 1000;
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
});

/** One sentence for what a person can mend; the whole stack for a bug. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof BadFlag) return `${error.message}\n${usage}`;
  const mendable = error instanceof ExportRefused || error.message.includes("EADDRINUSE");
  return mendable ? error.message : (error.stack ?? error.message);
}
