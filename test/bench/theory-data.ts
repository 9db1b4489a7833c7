import type { Item } from "../../src/domain/item";
import type { FieldChange, IssueHistory, SiteWords } from "../../src/domain/replay/history";
import type { ScopeState } from "../../src/domain/scope-state";
import { defaultSettings } from "../../src/domain/settings";
import type { Quantiles } from "../../src/domain/size-pool";
import { anItem, asOf, longAgo } from "../build/item";

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const { projectId, typeId } = anItem({ id: "1" });

/** A goal's scope of so many stories in epics of twenty, a fifth of them unsized, a third of them Done. */
export function madeScope(size: number, seed: number): ScopeState {
  const random = seeded(seed);
  const epics = Array.from({ length: Math.ceil(size / 20) }, (_, n) => epicOf(n));
  const stories = Array.from({ length: size }, (_, n) => storyOf(n, random));
  return {
    items: [...epics, ...stories],
    rule: "points",
    countSubTasks: false,
    droppedResolutions: defaultSettings.droppedResolutions,
    pools: { [projectId]: poolOf(3) },
  };
}

const epicOf = (n: number) => anItem({ id: String(1 + n), level: 1, hasChildren: true });

function storyOf(n: number, random: () => number): Item {
  const state = random();
  const done = state < 1 / 3;
  return anItem({
    id: String(100_000 + n),
    parentId: String(1 + Math.floor(n / 20)),
    category: done ? "done" : state < 0.5 ? "indeterminate" : "new",
    resolution: done ? (random() < 0.1 ? "Won't Do" : "Done") : null,
    doneSince: done ? longAgo : null,
    points: random() < 0.2 ? null : Math.ceil(random() * 13),
    openSubTasks: done && random() < 0.1 ? 1 : 0,
  });
}

function poolOf(median: number) {
  const sizes: Quantiles = { n: 100, p10: 1, median, p90: 13 };
  return {
    projectId,
    version: String(median),
    readAt: asOf,
    byType: { points: { [typeId]: sizes }, time: {} },
    allTypes: { points: sizes, time: null },
    containers: { count: {}, points: {}, time: {} },
  };
}

/** A year later: of every twelve stories one is finished, one reopened or dropped, one gone, one re-estimated. */
export function yearLater(scope: ScopeState, seed: number): ScopeState {
  const random = seeded(seed);
  const items = scope.items.flatMap((item): readonly Item[] => {
    if (item.level > 0) return [item];
    const fate = Math.floor(random() * 12);
    if (fate === 0) return [{ ...item, category: "done", resolution: "Done" }];
    if (fate === 1) return [{ ...item, category: "done", resolution: "Duplicate" }];
    if (fate === 2) return [{ ...item, category: "new", resolution: null }];
    if (fate === 3) return [];
    if (fate === 4) return [{ ...item, points: 8 }];
    return [item];
  });
  const joined = Array.from({ length: 100 }, (_, n) => anItem({ id: String(900_000 + n) }));
  return { ...scope, items: [...items, ...joined], pools: { [projectId]: poolOf(5) } };
}

/** Issues with ten changelog items each. */
export function madeHistories(issues: number): readonly IssueHistory[] {
  return Array.from({ length: issues }, (_, n) => ({
    id: String(n),
    createdAt: new Date(Date.UTC(2025, 0, 1)),
    doneSince: null,
    resolvedAt: null,
    changes: Array.from({ length: 10 }, (_, k) => changeOf(k)),
    present: {
      status: { id: "3", name: "Done" },
      resolution: null,
      points: 9,
      estimateSeconds: null,
      parentId: null,
      fixVersions: [],
      components: [],
      sprintIds: [],
      labels: [],
      type: { id: "1", name: "Story" },
      projectId: "1",
      key: `SHOP-${String(n)}`,
    },
  }));
}

function changeOf(n: number): FieldChange {
  const at = new Date(Date.UTC(2025, 1, 1 + n));
  const even = n % 4 < 2;
  if (n % 2 === 0) {
    const [from, to] = even ? ["1", "3"] : ["3", "1"];
    return { at, field: "status", from, to, fromText: null, toText: null };
  }
  return { at, field: "points", from: null, to: null, fromText: String(n - 2), toText: String(n) };
}

export const madeWords: SiteWords = {
  categoryOf: ({ id }) => (id === "3" ? "done" : "new"),
  levelOf: () => 0,
  issueIdOf: () => null,
};
