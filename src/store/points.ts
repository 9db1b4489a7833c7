import * as z from "zod/mini";
import type { PointsLedger, PointsLeft } from "../use-cases/sync/points-ports";
import type { Database } from "./database";
import { int } from "./decoders";
import { stateSql } from "./sql/state-sql";
import { changesKey } from "../use-cases/sync/state-keys";
import { instantValue } from "./values";

/** The states that hold what was spent in the hour of an instant, and until when nothing may be read. */
export function pointsKeys(now: Date) {
  const hour = now.toISOString().slice(0, 13);
  return { background: `points:${hour}:background`, people: `points:${hour}:people`, paused };
}

const paused = "points:paused";

type Kept = { readonly k: string; readonly v: string; readonly version: number };

/** What those states say. */
export function pointsLeft(states: readonly Kept[], now: Date): PointsLeft {
  const keys = pointsKeys(now);
  const countOf = (key: string) => states.find(({ k }) => k === key)?.version ?? 0;
  const until = Number(states.find(({ k }) => k === paused)?.v ?? 0);
  return {
    used: countOf(keys.background),
    usedByPeople: countOf(keys.people),
    pausedUntil: until > now.getTime() ? new Date(until) : null,
  };
}

const kept = z.object({ k: z.string(), v: z.string(), version: int });

/** What the site asked of Jira, by UTC hour. */
export function pointsLedger(database: Database): PointsLedger {
  return {
    read: async (now) => {
      const keys = Object.values(pointsKeys(now));
      return pointsLeft(await database.rows(stateSql.several(keys.length), keys, kept), now);
    },
    add: async ({ by, points, now, changesUntil }) => {
      const spent = [pointsKeys(now)[by], "null", points, instantValue(now)];
      const seen = changesUntil === null ? [] : [changesKey, "null", 1, instantValue(changesUntil)];
      await database.write(stateSql.count(seen.length === 0 ? 1 : 2), [...spent, ...seen]);
    },
    pause: async (until, now) => {
      const values = [paused, String(instantValue(until)), instantValue(now)];
      await database.write(stateSql.write, values);
    },
  };
}
