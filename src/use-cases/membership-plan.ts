import type { GoalLink } from "../domain/goal";
import type { Changes } from "./changes";
import type { ReadIssue } from "./jira-ports";
import type { Ports } from "./ports";

type Membership = { readonly link: GoalLink; readonly issueId: string };

/** Which links begin or cease to bring which issues. */
export type MembershipPlan = {
  readonly add: readonly Membership[];
  readonly remove: readonly Membership[];
  /** Goals whose own members change. */
  readonly goalIds: ReadonlySet<string>;
  /** Issues that join some link. */
  readonly joining: ReadonlySet<string>;
  /** Children of issues that join or leave a link that brings descendants. */
  readonly followingIds: readonly string[];
};

/** Parents are decided before their children, because a link with descendants brings whom it brings the parent of. */
export async function planMembership(ports: Ports, changes: Changes): Promise<MembershipPlan> {
  const rules = await matchingRules(ports, changes.found);
  const bringing = createBringing(ports);
  const add: Membership[] = [];
  const remove: Membership[] = [];
  const following: ReadIssue[] = [];
  for (const issue of changes.found.toSorted((a, b) => b.item.level - a.item.level)) {
    const { id, parentId } = issue.item;
    const current = await bringing.linksOf(id);
    const ofParent = parentId === null ? [] : await bringing.linksOf(parentId);
    const wanted = wantedLinks(id, { current, ofParent, rules });
    const joined = wanted.filter((link) => !includes(current, link));
    const left = current.filter((link) => !includes(wanted, link));
    bringing.set(id, wanted);
    add.push(...joined.map((link) => ({ link, issueId: id })));
    remove.push(...left.map((link) => ({ link, issueId: id })));
    if ([...joined, ...left].some((link) => link.descendants)) following.push(issue);
  }
  return {
    add,
    remove,
    goalIds: new Set([...add, ...remove].map(({ link }) => link.goalId)),
    joining: new Set(add.map(({ issueId }) => issueId)),
    followingIds: await childIdsOf(ports, following),
  };
}

/** Links by issue as stored, overlaid by what has been decided. */
function createBringing({ store }: Ports) {
  const links = new Map<string, readonly GoalLink[]>();
  const set = (issueId: string, own: readonly GoalLink[]) => links.set(issueId, own);
  const linksOf = async (issueId: string): Promise<readonly GoalLink[]> => {
    const decided = links.get(issueId);
    if (decided !== undefined) return decided;
    const stored = (await store.scope.linksBringing(issueId)).map(({ link }) => link);
    set(issueId, stored);
    return stored;
  };
  return { set, linksOf };
}

type RuleMatches = {
  readonly link: GoalLink;
  /** Null when Jira refuses the rule: then nothing is known, and members stay. */
  readonly ids: ReadonlySet<string> | null;
};

async function matchingRules(
  { store, jira }: Ports,
  issues: readonly ReadIssue[],
): Promise<readonly RuleMatches[]> {
  const ids = issues.map(({ item }) => item.id);
  const matches: RuleMatches[] = [];
  if (ids.length === 0) return matches;
  for (const link of await store.links.rules()) {
    if (link.kind !== "rule") continue;
    const outcome = await jira.matching(link.jql, ids);
    matches.push({ link, ids: outcome.kind === "read" ? new Set(outcome.ids) : null });
  }
  return matches;
}

function wantedLinks(
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

async function childIdsOf(
  { jira }: Ports,
  issues: readonly ReadIssue[],
): Promise<readonly string[]> {
  const containers = issues.filter(({ item }) => item.level > 0).map(({ item }) => item.id);
  const children = containers.length === 0 ? [] : await jira.childrenOf(containers);
  return [...children.map(({ item }) => item.id), ...issues.flatMap((issue) => issue.subTaskIds)];
}
