import { rollUp } from "../../../src/domain/roll-up";
import { cellOf, isSettled, leavesOf } from "../../../src/domain/leaves";
import { daysWithoutEvidence } from "../../../src/domain/settle-time";
import { defaultSettings } from "../../../src/domain/settings";
import type { Goal } from "../../../src/domain/goal";
import type { Item } from "../../../src/domain/item";
import type { MadeSite } from "./made-site";
import type { BenchApp } from "./open-app";
import { withSubTasks } from "./made-work";

/** How many of the goals at the top have another number than the made-up issues give them, straight from the domain. */
export async function wrongNumbers(app: BenchApp, site: MadeSite): Promise<number> {
  const tops = site.goals.filter(({ parentId }) => parentId === null);
  let wrong = 0;
  for (const goal of tops) if (!(await isRight(app, site, goal))) wrong += 1;
  return wrong;
}

async function isRight(app: BenchApp, site: MadeSite, goal: Goal): Promise<boolean> {
  const { store } = app.ports;
  const row = await store.goals.rowById(goal.id);
  const stored = row?.rollup;
  if (stored == null) return false;
  const items = itemsOf(site, goal);
  const pools = await store.projects.pools([...new Set(items.map((item) => item.projectId))]);
  const scope = {
    items,
    rule: goal.rule,
    countSubTasks: goal.countSubTasks,
    droppedResolutions: defaultSettings.droppedResolutions,
    pools,
    asOf: stored.computedAt,
    settleDays: Object.fromEntries(items.map((item) => [item.projectId, daysWithoutEvidence])),
  };
  const cells = leavesOf(scope).map((leaf) => cellOf(leaf, goal.rule, isSettled(leaf.item, scope)));
  return JSON.stringify(rollUp(cells, goal.rule, pools)) === JSON.stringify(stored.rollup);
}

/** Every issue that the links of the goal and of all below it bring, once, as Jira has it now. */
function itemsOf(site: MadeSite, top: Goal): readonly Item[] {
  const below = new Set([top.id]);
  for (const { id, parentId } of site.goals) if (below.has(parentId ?? "")) below.add(id);
  const items = new Map<string, Item>();
  for (const { link, family } of site.links) {
    if (!below.has(link.goalId)) continue;
    for (const { item } of family.issues) {
      const issue = site.issues.get(item.id);
      if (issue !== undefined) items.set(item.id, withTheirSubTasks(site, issue).item);
    }
  }
  return [...items.values()];
}

type Made = Parameters<typeof withSubTasks>[0];

function withTheirSubTasks(site: MadeSite, issue: Made): Made {
  const subTasks = issue.subTaskIds.flatMap((id) => site.issues.get(id) ?? []);
  const estimates = subTasks.flatMap(({ item }) => item.estimateSeconds ?? []);
  const told = withSubTasks(issue, subTasks);
  const sum = estimates.length === 0 ? null : estimates.reduce((a, b) => a + b, 0);
  return { ...told, item: { ...told.item, subTaskEstimateSeconds: sum } };
}
