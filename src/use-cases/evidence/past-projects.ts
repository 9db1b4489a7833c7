import { containerTotalsOf } from "../../domain/container-totals";
import { grouped } from "../../domain/grouped";
import { poolsOf } from "../../domain/pools";
import { itemsAsOf } from "../../domain/replay/as-of";
import { replayIssue, type ReplayedIssue } from "../../domain/replay/replay-issue";
import type { Pools, ProjectPools } from "../../domain/size-pool";
import type { KnownHistory } from "../history-ports";
import type { Ports } from "../ports";
import { dayStart } from "./day-start";
import { pastSettleDays } from "./past-settle-days";
import type { PastWords } from "./past-words";

/** Settle times and size pools of projects as of any instant, as Jira's changelogs tell them today. */
export type PastProjects = {
  readonly poolsAt: (projectIds: readonly string[], at: Date) => Promise<Pools>;
  readonly settleDaysAt: (
    projectIds: readonly string[],
    at: Date,
  ) => Promise<Readonly<Record<string, number>>>;
};

/**
 * What was read serves every later question of the same call that it can answer. Pools of the first moment of a day are
 * kept for later calls: people ask for days, and a changelog does not change any more.
 */
export function pastProjects(ports: Ports, words: PastWords): PastProjects {
  const { jiraPast, store } = ports;
  const sized = readings(jiraPast.sizedBy, words, reachesPerType);
  const containers = readings(
    jiraPast.containersBy,
    words,
    (known) => known.length >= mostPerReading,
  );
  const settleDaysOf = pastSettleDays(ports);
  return {
    poolsAt: async (projectIds, at) => {
      const kept = await store.projects.pastPools(projectIds, at);
      const missing = projectIds.filter((projectId) => kept[projectId] === undefined);
      const pools = await Promise.all(
        missing.map(async (projectId) => {
          const samples = await sized(projectId, at);
          const families = await containers(projectId, at);
          return poolAt({ projectId, at, samples, families, words });
        }),
      );
      if (isDayStart(at)) await store.projects.putPastPools(pools, at);
      return { ...kept, ...Object.fromEntries(pools.map((each) => [each.projectId, each])) };
    },
    settleDaysAt: async (projectIds, at) => {
      const days = await Promise.all(
        projectIds.map(async (id) => [id, await settleDaysOf(id, at)] as const),
      );
      return Object.fromEntries(days);
    },
  };
}

const isDayStart = (at: Date) => dayStart(at).getTime() === at.getTime();

/** As many as make a reading one that may lack older issues. */
const mostPerReading = 500;

const reachesPerType = (known: readonly KnownHistory[]) =>
  [...grouped(known, ({ history }) => history.present.type.id).values()].some(
    (own) => own.length >= mostPerReading,
  );

type Reading = {
  readonly at: Date;
  readonly known: readonly KnownHistory[];
  readonly replayed: readonly ReplayedIssue[];
  /** Whether there may be more issues than were read. */
  readonly isFull: boolean;
};

/** A later reading that did not reach its limit holds everything that an earlier one would. */
function readings(
  read: (projectId: string, at: Date) => Promise<readonly KnownHistory[]>,
  words: PastWords,
  reachesLimit: (known: readonly KnownHistory[]) => boolean,
): (projectId: string, at: Date) => Promise<Reading> {
  const latest = new Map<string, Reading>();
  return async (projectId, at) => {
    const before = latest.get(projectId);
    if (before !== undefined && before.at >= at && !before.isFull) return before;
    const known = await read(projectId, at);
    const replayed = known.map(({ history }) => replayIssue(history, words.site));
    const fresh = { at, known, replayed, isFull: reachesLimit(known) };
    latest.set(projectId, fresh);
    return fresh;
  };
}

/** The pools of leaves come first: the leaf totals of containers draw from them. */
function poolAt(read: {
  readonly projectId: string;
  readonly at: Date;
  readonly samples: Reading;
  readonly families: Reading;
  readonly words: PastWords;
}): ProjectPools {
  const { projectId, at, samples, families, words } = read;
  const all = new Map([...samples.replayed, ...families.replayed].map((each) => [each.id, each]));
  const items = itemsAsOf([...all.values()], at, words.site);
  const sized = samples.known.flatMap(({ history }) => {
    const item = items.get(history.id)?.item;
    return item === undefined ? [] : [{ item, createdAt: history.createdAt }];
  });
  const ofLeaves = poolsOf({ projectId, readAt: at, sized, containers: [] });
  const family = families.known.flatMap(({ history }) => items.get(history.id)?.item ?? []);
  const containers = containerTotalsOf(family, { [projectId]: ofLeaves });
  return poolsOf({ projectId, readAt: at, sized, containers });
}
