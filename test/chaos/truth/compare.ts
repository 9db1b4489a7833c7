import type { GoalLink } from "../../../src/domain/goal";
import type { Rollup } from "../../../src/domain/rollup";
import { createStore } from "../../../src/store/store";
import type { GoalRow } from "../../../src/use-cases/store-ports";
import type { LocalJira } from "../../site/jira/create-jira";
import { expectedOf, type Expected } from "./expected";
import { itemsOf } from "./items";
import { createReach } from "./members";

/** One goal whose stored number is not what its work amounts to. */
export type Wrong = { readonly goalId: string; readonly what: string };

/** Compares every stored rollup with a recomputation from the site itself. Runs as an invocation that only looks. */
export async function wrongRollups(jira: LocalJira, asOf: Date): Promise<readonly Wrong[]> {
  const store = createStore();
  const rows = await store.goals.rows({ includeArchived: true });
  const links = new Map<string, readonly GoalLink[]>();
  for (const { goal } of rows) links.set(goal.id, await store.links.ofGoal(goal.id));
  const items = itemsOf(jira);
  const reach = createReach(jira, items);
  const reached = new Map<string, ReadonlySet<string>>();
  for (const link of [...links.values()].flat()) {
    const ids = await reach(link);
    if (ids !== null) reached.set(link.id, ids);
  }
  const projectIds = [...jira.store.catalog.projects.keys()];
  const settle = await store.projects.settleTimes(projectIds);
  const expected = expectedOf({
    goals: rows.map(({ goal }) => goal),
    links,
    items,
    reached,
    settings: await store.settings(),
    pools: await store.projects.pools(projectIds),
    settleDays: Object.fromEntries(settle.map(({ projectId, days }) => [projectId, days])),
    asOf,
  });
  const nameOf = (id: string) => jira.store.byId(id)?.fields.key ?? `deleted ${id}`;
  const wrong: Wrong[] = [];
  for (const row of rows) {
    const { id } = row.goal;
    const wanted = expected.get(id);
    const said =
      wanted === undefined ? [] : differences(row, wanted, { leaves: await leafIds(id), nameOf });
    const isLinked = (links.get(id)?.length ?? 0) > 0;
    const all = isLinked ? [...said, ...unfinished(row)] : said;
    wrong.push(...all.map((what) => ({ goalId: id, what })));
  }
  return wrong;
}

function unfinished({ reading }: GoalRow): readonly string[] {
  const isEnded = reading?.kind === "complete" || reading?.kind === "broken";
  return isEnded ? [] : [`its reading is still ${reading?.kind ?? "not begun"}`];
}

const most = 10_000;

async function leafIds(goalId: string): Promise<readonly string[]> {
  const leaves = await createStore().scope.leaves(goalId, null, most);
  return leaves.map(({ item }) => item.id);
}

type Stored = {
  readonly leaves: readonly string[];
  readonly nameOf: (issueId: string) => string;
};

function differences(
  { rollup: stored }: GoalRow,
  wanted: Expected,
  { leaves, nameOf }: Stored,
): readonly string[] {
  const said: string[] = [];
  if (stored === null) {
    return wanted.leaves.length === 0 ? [] : [`no rollup, ${String(wanted.leaves.length)} leaves`];
  }
  const ids = wanted.leaves.map(({ item }) => item.id);
  const missing = ids.filter((id) => !leaves.includes(id));
  const surplus = leaves.filter((id) => !ids.includes(id));
  if (missing.length > 0) said.push(`lacks leaves ${missing.map(nameOf).join(" ")}`);
  if (surplus.length > 0) said.push(`has leaves too many ${surplus.map(nameOf).join(" ")}`);
  if (!isSame(stored.rollup, wanted.rollup)) {
    const [is, should] = [stored.rollup, wanted.rollup].map((each) => JSON.stringify(each));
    said.push(`is ${is ?? ""}\n      should be ${should ?? ""}`);
  }
  return said;
}

/** Shares may differ in their last digits, because sums over projects come in any order. */
function isSame(a: Rollup, b: Rollup): boolean {
  return JSON.stringify(a, rounded) === JSON.stringify(b, rounded);
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === "number" ? Number(value.toFixed(9)) : sorted(value);

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
}
