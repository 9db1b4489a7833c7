import { parseArgs } from "node:util";
import { loadData } from "../site/assembly/site-data";
import { buildApp, type AppBundle } from "../site/platform/bundle";
import { createSite, type Site } from "../site/site";
import { inMilliseconds, inSeconds, median, type Figure } from "./figure";

const searches = 200;
const invocations = 40;

/** `node test/site/run.mjs test/bench/site-figures.ts [--data DIR]`: what the local site itself costs. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  const [started, site] = await start(values.data);
  print([started, memory()]);
  print(await searchFigures(site));
  await site.stop();
  const bundle = await buildApp({
    entry: "test/site/platform/fixture/app.ts",
    directory: "dist/fixture-app",
  });
  for (const mode of ["fresh", "warm"] as const) print([await overhead(bundle, mode)]);
}

async function start(data: string | undefined): Promise<readonly [Figure, Site]> {
  const began = performance.now();
  const loaded = await loadData(data);
  const free = { seeds: false, jiraLimits: false, sqlRates: false } as const;
  const site = await createSite({ data: loaded, ...free });
  const issues = String([...site.jira.store.all()].length);
  const took = inSeconds(performance.now() - began);
  return [{ name: `start of the site with ${issues} issues, reading included`, value: took }, site];
}

/** Of the site's own process; each process of the app takes about 50 MB beside it. */
function memory(): Figure {
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  return { name: "memory (RSS) with them", value: `${String(megabytes)} MB` };
}

/** First pages of three kinds of search, as an administrator, without HTTP. */
async function searchFigures(site: Site): Promise<readonly Figure[]> {
  const key = [...site.jira.store.catalog.projects.values()][0]?.key ?? "";
  const kinds = {
    "100 issues of a project with their summaries": `project = ${key}`,
    "100 issues of a project by status, changed in a year": `project = ${key} AND statusCategory = Done AND updated >= -52w ORDER BY updated`,
    "100 issues by words": `summary ~ "crash" ORDER BY created DESC`,
  };
  const figures: Figure[] = [];
  for (const [name, jql] of Object.entries(kinds)) {
    figures.push({ name: `search: ${name}`, value: await searchRate(site, jql) });
  }
  return figures;
}

async function searchRate(site: Site, jql: string): Promise<string> {
  const administrator = site.users.find(({ admin }) => admin)?.accountId ?? "";
  const body = JSON.stringify({ jql, fields: ["summary"], maxResults: 100 });
  const began = performance.now();
  for (let search = 0; search < searches; search += 1) {
    const { status } = await site.jira.handle({
      method: "POST",
      path: "/rest/api/3/search/jql",
      headers: { "content-type": "application/json" },
      body,
      as: { kind: "user", accountId: administrator },
    });
    if (status !== 200) throw new Error(`${jql} was answered ${String(status)}`);
  }
  return `${(searches / ((performance.now() - began) / 1000)).toFixed(0)} requests/s`;
}

/** A resolver that does nothing, from the call to its answer. */
async function overhead(bundle: AppBundle, mode: "fresh" | "warm"): Promise<Figure> {
  const site = await createSite({
    bundle,
    manifest: "test/site/platform/fixture/manifest.yml",
    mode,
    schedules: false,
    seeds: false,
  });
  const took: number[] = [];
  for (let time = 0; time < invocations; time += 1) {
    const began = performance.now();
    const result = await site.call(site.users[0]?.accountId ?? "", "whoAmI", {}, "page");
    if (!result.ok) throw new Error(result.errorMessage);
    took.push(performance.now() - began);
  }
  await site.stop();
  return {
    name: `a resolver that does nothing, ${mode}, median`,
    value: inMilliseconds(median(took)),
  };
}

function print(figures: readonly Figure[]): void {
  for (const { name, value } of figures) process.stdout.write(`${name}: ${value}\n`);
}

await main();
