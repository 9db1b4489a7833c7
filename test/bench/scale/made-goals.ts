import { subDays } from "date-fns";
import type { Goal, GoalLink } from "../../../src/domain/goal";
import type { CountingRule } from "../../../src/domain/rule";
import { aGoal, aRuleLink, anIssueLink } from "../../build/goal";
import { asOf } from "../../build/item";
import { createRandom, type Random } from "../../site/company/random";
import type { Family } from "./made-work";

/** A link, and the issues that it brings. */
export type MadeLink = { readonly link: GoalLink; readonly family: Family };
export type MadeGoals = {
  /** Parents before their children. */
  readonly goals: readonly Goal[];
  readonly links: readonly MadeLink[];
};

/** Shares of the four levels of a tree, from the top: 50 goals are 2, 6, 14 and 28. */
const levelShares = [0.04, 0.12, 0.28] as const;
const rules: readonly (readonly [CountingRule, number])[] = [
  ["points", 60],
  ["count", 30],
  ["time", 10],
];
/**
 * JQL rules of a site, from families of all its projects, each other one confined to its project; every other link brings
 * an epic with its descendants.
 */
const mostRules = 40;

const madeAt = subDays(asOf, 30);

/** Trees of goals four deep, uneven: the first goal of each level has the most children. */
export function madeGoals(count: number, families: readonly Family[], seed: number): MadeGoals {
  const random = createRandom(seed).fork("goals");
  const levels = levelSizes(count);
  const goals: Goal[] = [];
  let above: readonly Goal[] = [];
  for (const size of levels) {
    const level = Array.from({ length: size }, (_, n) =>
      aGoal({
        id: String(1 + goals.length + n),
        parentId: above.length === 0 ? null : unevenly(above, random).id,
        rule: random.weighted(rules),
        createdAt: madeAt,
        updatedAt: madeAt,
      }),
    );
    goals.push(...level);
    above = level;
  }
  return { goals, links: linksOf(families, above, random) };
}

/** How many goals have links of their own: the lowest level. */
export const leafGoals = (count: number): number => levelSizes(count).at(-1) ?? 0;

function levelSizes(count: number): readonly number[] {
  const upper = levelShares.map((share) => Math.max(1, Math.round(count * share)));
  return [...upper, count - upper.reduce((sum, size) => sum + size, 0)];
}

const unevenly = (goals: readonly Goal[], random: Random): Goal => {
  const goal = goals[Math.floor(random.next() ** 1.5 * goals.length)];
  if (goal === undefined) throw new Error("no goal above");
  return goal;
};

/**
 * One and a half links an issue: every family serves one goal, three in ten a second one anywhere, two in ten the
 * parent of the first as well, which is a second path to the same issues.
 */
function linksOf(
  families: readonly Family[],
  leaves: readonly Goal[],
  random: Random,
): readonly MadeLink[] {
  const links: MadeLink[] = [];
  const ruleCount = Math.min(mostRules, Math.ceil(families.length / 2));
  const rulesUpTo = (family: number) => Math.floor((family * ruleCount) / families.length);
  const madeLink = (goalId: string) => ({
    id: String(500_001 + links.length),
    goalId,
    createdAt: madeAt,
    readAt: madeAt,
  });
  const link = (family: Family, goalId: string) => {
    const issueId = family.issues[0]?.item.id ?? "";
    links.push({ link: anIssueLink({ ...madeLink(goalId), issueId }), family });
  };
  const linkRule = (family: Family, goalId: string, isConfined: boolean) => {
    const made = madeLink(goalId);
    const confined = isConfined ? `project = ${family.issues[0]?.projectKey ?? ""} AND ` : "";
    const jql = `${confined}labels = "bench-${made.id}"`;
    links.push({ link: aRuleLink({ ...made, jql }), family });
  };
  for (const [n, family] of families.entries()) {
    const goal = random.pick(leaves);
    const place = rulesUpTo(n + 1);
    if (place > rulesUpTo(n)) linkRule(family, goal.id, place % 2 === 0);
    else link(family, goal.id);
    if (random.chance(0.3)) link(family, random.pick(leaves).id);
    if (goal.parentId !== null && random.chance(0.2)) link(family, goal.parentId);
  }
  return links;
}
