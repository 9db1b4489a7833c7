import { addDays, getISODay, setDate } from "date-fns";
import * as z from "zod/mini";
import { contentHash } from "../../../src/domain/content-hash";
import { noteChanges } from "../../../src/use-cases/note-changes";
import { snapshotDay } from "../../../src/use-cases/snapshot-day";
import { packMonths } from "../../../src/use-cases/sync/pack-months";
import { takeInChanges } from "../../../src/use-cases/take-in-changes";
import { changeIssues } from "./changes";
import type { MadeSite } from "./made-site";
import type { BenchApp } from "./open-app";

/** What the days of a month take when they are packed, as text. */
export type PackedMonth = {
  readonly goalMonths: number;
  /** Days after the first of each, and on how many of them something had changed. */
  readonly laterDays: number;
  readonly changedDays: number;
  /** Mean bytes of a first day, which is written whole, and of a change, each with its comma. */
  readonly firstDayBytes: number;
  readonly changedDayBytes: number;
};

const dayLasts = 86_400_000;
const mostChangesADay = 30;

/** Lets a month go by in which issues and the pools of all projects change every working day, and packs it. */
export async function packedMonth(app: BenchApp, site: MadeSite): Promise<PackedMonth> {
  app.advance(setDate(addDays(app.now(), 31), 1).getTime() - app.now().getTime());
  const month = app.now().getUTCMonth();
  while (app.now().getUTCMonth() === month) {
    if (getISODay(app.now()) <= 5) await work(app, site);
    await snapshotDay(app.ports);
    app.advance(dayLasts);
  }
  app.advance(120 * dayLasts);
  const { months } = app.ports.store;
  while ((await months.oldest(1)) !== null) await packMonths(app.ports);
  const told = await app.sql.engine.run("SELECT m.doc FROM goal_month m ORDER BY m.month", []);
  return figuresOf(docs.parse(told.kind === "rows" ? told.rows : []).map(({ doc }) => doc));
}

async function work(app: BenchApp, site: MadeSite): Promise<void> {
  const { projects } = app.ports.store;
  for (const pools of Object.values(await projects.pools(await projects.ids()))) {
    await projects.putPools({ ...pools, version: contentHash([pools.projectId, app.now()]) });
  }
  const count = Math.min(mostChangesADay, Math.ceil(site.size.issues / 50));
  const changed = changeIssues(site, count, app.now());
  const marks = changed.map(({ item, updatedAt }) => ({ issueId: item.id, seenAt: updatedAt }));
  await noteChanges(app.ports, marks);
  await takeInChanges(app.unmetered);
}

const docs = z.array(z.object({ doc: z.string() }));

/** Of months with more than one day: a month that has only its first tells nothing of changes. */
function figuresOf(all: readonly string[]): PackedMonth {
  const months = all.map((doc) => doc.split(",")).filter(({ length }) => length > 1);
  const firsts = months.map(([first = ""]) => first);
  const later = months.flatMap(([, ...rest]) => rest);
  const changes = later.filter((change) => change !== "");
  return {
    goalMonths: months.length,
    laterDays: later.length,
    changedDays: changes.length,
    firstDayBytes: meanBytes(firsts),
    changedDayBytes: meanBytes(changes),
  };
}

const meanBytes = (parts: readonly string[]) =>
  parts.length === 0
    ? 0
    : parts.reduce((sum, part) => sum + Buffer.byteLength(part) + 1, 0) / parts.length;
