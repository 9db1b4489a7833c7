import type { GoalLink } from "../domain/goal";
import type { Changes } from "./changes";
import type { ReadIssue } from "./jira-ports";
import type { Ports } from "./ports";
import { matchingRules, type RuleMatches } from "./rule-matches";
import type { Membership } from "./store-ports";
import type { DrainBeginning } from "./sync/sync-ports";

/** Which links begin or cease to bring which issues. */
export type MembershipPlan = {
  readonly add: readonly Membership[];
  readonly remove: readonly Membership[];
  /** Issues that join some link. */
  readonly joining: ReadonlySet<string>;
  /** Children of issues that join or leave a link that brings descendants. */
  readonly followingIds: readonly string[];
  /** Goals of rules that Jira refuses since lately, or no longer. */
  readonly toRead: readonly string[];
};

/** Parents are decided before their children, because a link with descendants brings whom it brings the parent of. */
export async function planMembership(
  ports: Ports,
  changes: Changes,
  known: Pick<DrainBeginning, "rules" | "projectOfKey">,
): Promise<MembershipPlan> {
  const rules = await matchingRules(ports, changes.found.map(matched), {
    ...known,
    rules: known.rules ?? (await ports.store.links.rules()),
  });
  const linksOf = new Map(changes.links);
  const add: Membership[] = [];
  const remove: Membership[] = [];
  const following: ReadIssue[] = [];
  for (const issue of changes.found.toSorted((a, b) => b.item.level - a.item.level)) {
    const { id, parentId } = issue.item;
    const current = linksOf.get(id) ?? [];
    const ofParent = linksOf.get(parentId ?? "") ?? [];
    const wanted = wantedLinks(id, { current, ofParent, rules });
    const joined = wanted.filter((link) => !includes(current, link));
    const left = current.filter((link) => !includes(wanted, link));
    linksOf.set(id, wanted);
    add.push(...joined.map((link) => ({ link, issueId: id })));
    remove.push(...left.map((link) => ({ link, issueId: id })));
    if ([...joined, ...left].some((link) => link.descendants)) following.push(issue);
  }
  return {
    add,
    remove,
    joining: new Set(add.map(({ issueId }) => issueId)),
    followingIds: await childIdsOf(ports, following),
    toRead: rules
      .filter(({ link, ids }) => (ids === null) !== (link.broken !== null))
      .map(({ link }) => link.goalId),
  };
}

const matched = ({ item, projectKey: key, projectName: name }: ReadIssue) =>
  name === undefined
    ? { id: item.id }
    : { id: item.id, project: { id: item.projectId, key, name } };

/** The links that have to bring an issue: those that bring its parent with descendants, name it, or match it. */
export function wantedLinks(
  issueId: string,
  known: {
    readonly current: readonly GoalLink[];
    readonly ofParent: readonly GoalLink[];
    readonly rules: readonly RuleMatches[];
  },
): readonly GoalLink[] {
  const { current, ofParent, rules } = known;
  const inherited = ofParent.filter((link) => link.descendants);
  const direct = current.filter((link) => link.kind === "issue" && link.issueId === issueId);
  const matched = rules.filter(({ ids }) => ids?.has(issueId) === true).map(({ link }) => link);
  const unknown = rules.filter(({ link, ids }) => ids === null && includes(current, link));
  const all = [...inherited, ...direct, ...matched, ...unknown.map(({ link }) => link)];
  return [...new Map(all.map((link) => [link.id, link])).values()];
}

const includes = (links: readonly GoalLink[], wanted: GoalLink) =>
  links.some(({ id }) => id === wanted.id);

/** Children as Jira has them now. */
export async function childIdsOf(
  { jira }: Ports,
  issues: readonly ReadIssue[],
): Promise<readonly string[]> {
  const containers = issues.filter(({ item }) => item.level > 0).map(({ item }) => item.id);
  const children = containers.length === 0 ? [] : await jira.childrenOf(containers);
  return [...children.map(({ item }) => item.id), ...issues.flatMap((issue) => issue.subTaskIds)];
}
