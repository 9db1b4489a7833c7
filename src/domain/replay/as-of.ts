import type { Item } from "../item";
import type { IssueValues, SiteWords } from "./history";
import type { ReplayedIssue } from "./replay-issue";
import { valueAt } from "./timeline";

/** An issue as it was: what its number needs, and the fields that a rule may ask for. */
export type ItemAsOf = { readonly item: Item; readonly values: IssueValues };

/** What an issue's sub-tasks and children were at that instant, in scope or not. */
type Family = Pick<Item, "subTaskEstimateSeconds" | "openSubTasks" | "hasSubTasks" | "hasChildren">;

/**
 * These issues as of an instant, by id; those not created yet are left out. Sub-tasks and children are as they were
 * then, so all issues that may ever have had a parent among these must be given.
 */
export function itemsAsOf(
  issues: readonly ReplayedIssue[],
  at: Date,
  words: Pick<SiteWords, "levelOf">,
): ReadonlyMap<string, ItemAsOf> {
  const alone = issues.flatMap((issue) => factsAsOf(issue, at, words) ?? []);
  const families = familiesOf(alone);
  return new Map(
    alone.map(({ item, values }) => [
      item.id,
      { item: { ...item, ...(families.get(item.id) ?? childless) }, values },
    ]),
  );
}

/** One issue as of an instant, with its sub-tasks and children among the others; null before its creation. */
export function itemAsOf(
  issue: ReplayedIssue,
  others: readonly ReplayedIssue[],
  at: Date,
  words: Pick<SiteWords, "levelOf">,
): Item | null {
  return itemsAsOf([issue, ...others], at, words).get(issue.id)?.item ?? null;
}

const childless: Family = {
  subTaskEstimateSeconds: null,
  openSubTasks: 0,
  hasSubTasks: false,
  hasChildren: false,
};

function factsAsOf(
  issue: ReplayedIssue,
  at: Date,
  words: Pick<SiteWords, "levelOf">,
): ItemAsOf | null {
  const values = valuesAsOf(issue, at);
  if (values === null) return null;
  const { category, since } = valueAt(issue.categories, at.getTime());
  const item = {
    id: issue.id,
    projectId: values.projectId,
    typeId: values.type.id,
    level: words.levelOf(values.type),
    parentId: values.parentId,
    category,
    resolution: values.resolution?.name ?? null,
    doneSince: since === null ? null : new Date(since),
    points: values.points,
    estimateSeconds: values.estimateSeconds,
    ...childless,
  };
  return { item, values };
}

/** The values of an issue's fields at an instant; null before its creation. */
export function valuesAsOf({ fields, createdAt }: ReplayedIssue, at: Date): IssueValues | null {
  if (at < createdAt) return null;
  const t = at.getTime();
  return {
    status: valueAt(fields.status, t),
    resolution: valueAt(fields.resolution, t),
    points: valueAt(fields.points, t),
    estimateSeconds: valueAt(fields.estimateSeconds, t),
    parentId: valueAt(fields.parentId, t),
    fixVersions: valueAt(fields.fixVersions, t),
    components: valueAt(fields.components, t),
    sprintIds: valueAt(fields.sprintIds, t),
    labels: valueAt(fields.labels, t),
    type: valueAt(fields.type, t),
    projectId: valueAt(fields.projectId, t),
    key: valueAt(fields.key, t),
  };
}

function familiesOf(all: readonly ItemAsOf[]): ReadonlyMap<string, Family> {
  const families = new Map<string, Family>();
  for (const { item } of all) {
    if (item.parentId === null || item.parentId === item.id) continue;
    const family = families.get(item.parentId) ?? childless;
    families.set(item.parentId, item.level < 0 ? withSubTask(family, item) : withChild(family));
  }
  return families;
}

const withChild = (family: Family): Family => ({ ...family, hasChildren: true });

function withSubTask(family: Family, { category, estimateSeconds }: Item): Family {
  const known = family.subTaskEstimateSeconds;
  return {
    ...family,
    hasSubTasks: true,
    openSubTasks: family.openSubTasks + (category === "done" ? 0 : 1),
    subTaskEstimateSeconds: estimateSeconds === null ? known : (known ?? 0) + estimateSeconds,
  };
}
