import {
  endOf,
  type FinalScope,
  finalScopeOf,
  type Standing,
} from "../../src/domain/judge/hindsight";
import type { Item } from "../../src/domain/item";
import { leavesOf } from "../../src/domain/leaves";
import { type ItemAsOf, itemsAsOf } from "../../src/domain/replay/as-of";
import type { SiteWords } from "../../src/domain/replay/history";
import type { ReplayedIssue } from "../../src/domain/replay/replay-issue";
import { valueAt } from "../../src/domain/replay/timeline";
import type { CountingRule } from "../../src/domain/rule";
import type { ScopeAsOf } from "../../src/domain/scope-state";
import { defaultSettings } from "../../src/domain/settings";
import type { JudgedGoal } from "./judged-goals";
import { type SiteAt, siteAt } from "./site-at";

/** A goal that ended, from its first item on, with the scope against which hindsight measures. */
export type EndedGoal = {
  readonly goal: JudgedGoal;
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly finalScope: FinalScope;
};

/** Finds when a goal began and ended; null where it has not ended or its final scope cannot be sized. */
export function endedGoal(
  goal: JudgedGoal,
  site: {
    readonly issues: readonly ReplayedIssue[];
    readonly words: SiteWords;
    readonly knownUntil: Date;
  },
  rule: CountingRule,
): EndedGoal | null {
  const moments = momentsOf(goal.candidates);
  const scopeThen = (moment: Date) => itemsOf(goal, itemsAsOf(goal.candidates, moment, site.words));
  const isSurelyOpen = openStoryFinder(goal, site.words);
  const standingAt = (moment: Date) =>
    isSurelyOpen(moment) ? { leaves: 1, open: 1 } : standingOf(scopeThen(moment));
  const beganAt = moments.find((moment) => scopeThen(moment).some(({ id }) => id !== goal.id));
  const endedAt = endOf(moments, standingAt, site.knownUntil);
  if (beganAt === undefined || endedAt === null) return null;
  const finalScope = finalScopeOf(scopeOf(goal, siteAt(site.issues, site.words, endedAt), rule));
  return finalScope === null ? null : { goal, beganAt, endedAt, finalScope };
}

/** The goal's scope in a site as of an instant, with the pools and settle times of that instant. */
export function scopeOf(goal: JudgedGoal, site: SiteAt, rule: CountingRule): ScopeAsOf {
  const items = itemsOf(goal, site.items);
  const projects = [...new Set(items.map(({ projectId }) => projectId))];
  return {
    items,
    rule,
    ...options,
    pools: Object.fromEntries(projects.map((id) => [id, site.pool(id)])),
    settleDays: Object.fromEntries(projects.map((id) => [id, site.settleDays(id)])),
    asOf: site.at,
  };
}

const options = {
  countSubTasks: false,
  droppedResolutions: defaultSettings.droppedResolutions,
};

function standingOf(items: readonly Item[]): Standing {
  const leaves = leavesOf({ items, ...options });
  const open = leaves.filter(({ item }) => item.category !== "done");
  return { leaves: leaves.length, open: open.length };
}

/** Finds, without building the whole scope, whether an item that can only be a leaf was in it and open. */
function openStoryFinder(goal: JudgedGoal, words: SiteWords): (moment: Date) => boolean {
  const parents = new Set(
    goal.candidates.flatMap(({ fields }) => fields.parentId.map(({ value }) => value)),
  );
  const stories = goal.candidates.filter(
    ({ id, fields }) =>
      !parents.has(id) && fields.type.every(({ value }) => words.levelOf(value) === 0),
  );
  return (moment) => stories.some((story) => story.createdAt <= moment && isOpen(story, moment));

  function isOpen({ fields, categories }: ReplayedIssue, moment: Date): boolean {
    const at = moment.getTime();
    if (valueAt(categories, at).category === "done") return false;
    if (goal.kind === "epic") return valueAt(fields.parentId, at) === goal.id;
    return valueAt(fields.fixVersions, at).some(({ id }) => id === goal.id);
  }
}

function itemsOf(goal: JudgedGoal, items: ReadonlyMap<string, ItemAsOf>): readonly Item[] {
  const present = goal.candidates.flatMap(({ id }) => items.get(id) ?? []);
  if (goal.kind === "version") {
    return present
      .filter(({ values }) => values.fixVersions.some(({ id }) => id === goal.id))
      .map(({ item }) => item);
  }
  return present.map(({ item }) => item).filter((item) => isBelow(item, goal.id, items));
}

function isBelow(item: Item, epicId: string, items: ReadonlyMap<string, ItemAsOf>): boolean {
  const seen = new Set<string>();
  for (let at: Item | undefined = item; at !== undefined;) {
    if (at.id === epicId) return true;
    if (seen.has(at.id) || at.parentId === null) return false;
    seen.add(at.id);
    at = items.get(at.parentId)?.item;
  }
  return false;
}

/** Every instant at which membership or openness of these issues may have changed, ascending. */
function momentsOf(candidates: readonly ReplayedIssue[]): readonly Date[] {
  const moments = candidates.flatMap(({ fields, categories }) =>
    [fields.fixVersions, fields.parentId, fields.type, categories].flatMap((timeline) =>
      timeline.map(({ from }) => from),
    ),
  );
  return [...new Set(moments)].toSorted((a, b) => a - b).map((moment) => new Date(moment));
}
