import { createRandom } from "../site/company/random";
import type { SqlEngine } from "../site/platform/sql/engine";
import { openSql } from "../site/platform/sql/open-sql";
import { live } from "./live";
import { chaosSite, projectKeys } from "./plan/chaos-site";
import { createPeople } from "./plan/people";
import { settle } from "./settle";
import { troublesOf, type Trouble } from "./troubles";
import type { Wrong } from "./truth/compare";
import { openWorld, type Counts, type World } from "./world/world";

/** What came of one seed. */
export type Outcome = {
  readonly seed: number;
  readonly rounds: number;
  readonly troubles: readonly Trouble[];
  /** Goals by title whose number is wrong in the end, or that were wrong when they had to be right. */
  readonly wrong: readonly Wrong[];
  /** What happened, one line each. */
  readonly story: readonly string[];
  /** How often each kind of fault struck. */
  readonly faults: ReadonlyMap<string, number>;
  readonly failed: Counts["failed"];
  readonly calls: number;
};

export type SeedOptions = {
  /** Fewer rounds than the seed has: the beginning of the same story. */
  readonly rounds?: number | undefined;
  readonly without?: ReadonlySet<Trouble> | undefined;
  /** Opens an empty database for the seed; SQLite unless told otherwise. */
  readonly open?: (() => Promise<SqlEngine>) | undefined;
};

const minute = 60_000;

/** Lives through one seed: a calm beginning, rounds of change in bad weather, quiet, and the comparison. */
export async function runSeed(seed: number, options: SeedOptions = {}): Promise<Outcome> {
  const chance = createRandom(seed);
  const appProjects: string[] = [...projectKeys];
  const data = chaosSite(chance.fork("site"));
  const open = options.open ?? (() => openSql("sqlite"));
  const world = await openWorld({ seed, data, appProjects, open });
  const story: string[] = [];
  const note = (words: string) => {
    story.push(`${new Date(world.agenda.now()).toISOString()} ${words}`);
  };
  try {
    const troubles = troublesOf(chance.fork("troubles"), options.without ?? new Set());
    const people = createPeople(world, chance.fork("people"), troubles.has("rules by day"));
    await world.platform.install();
    await people.begin(chance.fork("goals").whole(6, 14));
    await world.agenda.advance(10 * minute);
    const own = chance.fork("rounds").whole(3, 10);
    const rounds = Math.min(options.rounds ?? own, own);
    await live({ world, people, chance, rounds, troubles, appProjects, note });
    const faults = faultsOf(world);
    const wrong = await settle(world, note);
    const titles = people.titles();
    return {
      seed,
      rounds,
      troubles: [...troubles],
      wrong: wrong.map(({ goalId, what }) => ({ goalId: titles.get(goalId) ?? goalId, what })),
      story,
      faults,
      failed: world.counts.failed,
      calls: world.counts.calls,
    };
  } finally {
    await world.stop();
  }
}

function faultsOf({ faults, counts, platform }: World): ReadonlyMap<string, number> {
  const struck = new Map<string, number>();
  const add = (kind: string, times: number) => {
    if (times > 0) struck.set(kind, (struck.get(kind) ?? 0) + times);
  };
  for (const { rule, struck: times } of faults.declared()) {
    add(`${rule.on} ${rule.fault.kind}`, times);
    if (rule.on === "index") add("index lag", 1);
  }
  add("kills", counts.kills);
  add("three at once", platform.crowds());
  return struck;
}
