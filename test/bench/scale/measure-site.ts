import type { SqlEngineName } from "../../site/platform/sql/open-sql";
import { type FirstReading, readInHours } from "./first-reading";
import { madeSite, type Size } from "./made-site";
import { measure, type Measured } from "./measured";
import { openApp } from "./open-app";
import { packedMonth, type PackedMonth } from "./packed-month";
import { plantGoals } from "./plant-goals";
import { sizeOfStore, type StoreSize } from "./store-size";
import { workNames } from "./work-names";
import { dailyWorks } from "./works";
import { wrongNumbers } from "./wrong-numbers";

/** All that was measured of one site on one engine. */
export type MeasuredSite = Size & {
  readonly engine: SqlEngineName;
  readonly links: number;
  readonly works: readonly Measured[];
  /** Null where it was not measured. */
  readonly firstReading: FirstReading | null;
  readonly store: StoreSize;
  /** Null where it was not measured. */
  readonly packed: PackedMonth | null;
  /** So long after the last event of the storm all numbers were right, in minutes; null where they never were. */
  readonly stormMinutes: number | null;
  /** Of the goals at the top, at the end. */
  readonly wrongNumbers: number;
  /** Of the whole run on this machine in seconds. */
  readonly seconds: number;
};

export async function measureSite(size: Size, engine: SqlEngineName): Promise<MeasuredSite> {
  const began = performance.now();
  const site = madeSite(size);
  const app = await openApp(site, engine);
  try {
    await plantGoals(app.ports, site);
    let firstReading: FirstReading | null = null;
    const first = await measure(app, workNames.import, async () => {
      firstReading = await readInHours(app, site);
    });
    const { works, stormMinutes } = await dailyWorks(app, site);
    return {
      ...size,
      engine,
      links: site.links.length,
      works: [first, ...works],
      firstReading,
      stormMinutes,
      store: await sizeOfStore(app.sql.engine),
      wrongNumbers: await wrongNumbers(app, site),
      packed: await packedMonth(app, site),
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await app.stop();
  }
}
