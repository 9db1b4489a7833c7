import { linksAsOf, membershipAsOf, type SubGoalLife } from "../../domain/replay/membership";
import type { LinkLife, Site } from "../../domain/replay/reach";
import { countingBelow, type GoalNode, treeAsOf } from "./goal-tree";
import { issuesAsOf } from "./issues-as-of";
import type { KnownPast } from "./known-past";
import { pastLinksOf, rulesByToday } from "./past-links";

/** All known issues at an instant, and the goals of a tree as they counted then. */
export type Scene = {
  readonly past: KnownPast;
  readonly at: Date;
  readonly node: GoalNode;
  readonly site: Site;
};

export function sceneAt(past: KnownPast, at: Date): Scene {
  const site = { items: issuesAsOf(past, at), words: past.words.query };
  return { past, at, node: treeAsOf(past.tree, at), site };
}

/** The present: a moment later than now where the goals' logs tell of one, for the clocks of two processes differ. */
export function presentOf({ tree }: KnownPast, now: Date): Date {
  const told = [tree.root, ...tree.below].flatMap(({ entries, links }) => [
    ...entries.map(({ at }) => at),
    ...links.map(({ createdAt }) => createdAt),
  ]);
  return told.reduce((latest, at) => (at > latest ? at : latest), now);
}

/** What a goal reached through its links and through those of the sub-goals that counted. */
export type Reached = {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly LinkLife[];
  readonly byToday: readonly string[];
};

/** `below` are the sub-goals whose work counts: none of them for the own links alone. */
export function reachedIn(
  { past, at, site }: Scene,
  node: GoalNode,
  below: readonly GoalNode[] = countingBelow(node),
): Reached {
  // Before the creation of the goal that is asked for, the present is applied to every goal below it.
  const { createdAt } = past.tree.root.goal;
  const lifeOf = ({ log }: GoalNode) => ({ createdAt, links: pastLinksOf(log, past) });
  const goal = lifeOf(node);
  const subGoals = below.map((each): SubGoalLife => ({ ...lifeOf(each), counts: [always(at)] }));
  const { ids, byToday } = membershipAsOf(goal, subGoals, at, site);
  return { ids, links: linksAsOf(goal, subGoals, at), byToday: rulesByToday(byToday) };
}

/** Which goals count at the instant is decided already. */
const always = (at: Date) => ({ from: at, until: null });
