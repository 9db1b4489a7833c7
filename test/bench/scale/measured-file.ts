import { readFile, writeFile } from "node:fs/promises";
import { format } from "prettier";
import * as z from "zod/mini";
import type { MeasuredSite } from "./measure-site";
import { workNames } from "./work-names";

const path = "test/bench/scale/measured.json";

const timedName = z.object({ name: z.string(), milliseconds: z.number() });
const sizedName = z.object({ name: z.string(), bytes: z.number() });
const work = z.object({
  work: z.enum(Object.values(workNames)),
  statements: z.number(),
  milliseconds: z.number(),
  slowest: timedName,
  memory: z.nullable(sizedName),
  textsOnDisk: z.array(z.string()),
  answer: sizedName,
  jiraRequests: z.number(),
  jiraPoints: z.number(),
  broken: z.nullable(z.string()),
});
const firstReading = z.object({ jobs: z.number(), hours: z.number(), minutes: z.number() });
const packed = z.object({
  goalMonths: z.number(),
  laterDays: z.number(),
  changedDays: z.number(),
  firstDayBytes: z.number(),
  changedDayBytes: z.number(),
});
const sites: z.ZodMiniType<readonly MeasuredSite[]> = z.array(
  z.object({
    engine: z.enum(["sqlite", "mariadb"]),
    issues: z.number(),
    goals: z.number(),
    links: z.number(),
    works: z.array(work),
    store: z.object({
      bytes: z.number(),
      rows: z.record(z.string(), z.number()),
      dayBytes: z.number(),
    }),
    firstReading: z._default(z.nullable(firstReading), null),
    packed: z._default(z.nullable(packed), null),
    stormMinutes: z._default(z.nullable(z.number()), null),
    wrongNumbers: z.number(),
    seconds: z.number(),
  }),
);

/** What was measured last of each site on each engine. */
export async function readMeasured(): Promise<readonly MeasuredSite[]> {
  return sites.parse(JSON.parse(await readFile(path, "utf8")));
}

/** Keeps what was measured now; sites that were not measured this time stay as they were. */
export async function writeMeasured(now: readonly MeasuredSite[]): Promise<void> {
  const before = await readMeasured().catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  const all = new Map([...before, ...now].map((site) => [keyOf(site), site]));
  const sorted = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, site]) => rounded(site));
  await writeFile(path, await format(JSON.stringify(sorted), { parser: "json", printWidth: 100 }));
}

const keyOf = ({ engine, issues, goals }: MeasuredSite) =>
  [engine, String(issues).padStart(7), String(goals).padStart(5)].join(" ");

/** A tenth of a millisecond is more than repeats. */
function rounded(site: MeasuredSite): MeasuredSite {
  const tenths = (value: number) => Math.round(value * 10) / 10;
  const works = site.works.map((each) => ({
    ...each,
    milliseconds: tenths(each.milliseconds),
    slowest: { ...each.slowest, milliseconds: tenths(each.slowest.milliseconds) },
  }));
  const { firstReading: reading } = site;
  const firstReading =
    reading === null
      ? null
      : { ...reading, hours: tenths(reading.hours), minutes: tenths(reading.minutes) };
  return { ...site, works, firstReading, seconds: tenths(site.seconds) };
}
