import type { ReadIssue } from "../../../src/use-cases/jira-ports";
import { leafGoals, madeGoals, type MadeGoals } from "./made-goals";
import { madeFamilies, type Family } from "./made-work";

/** How large a measured site is. */
export type Size = { readonly issues: number; readonly goals: number };

/** A made-up site: its goals, and its issues, which the bench may change. */
export type MadeSite = MadeGoals & {
  readonly size: Size;
  readonly issues: Map<string, ReadIssue>;
  readonly familyOf: ReadonlyMap<string, Family>;
};

const seed = 20260316;
/** About three families for each goal that has links, of sizes that an epic may have. */
const familySizes = { least: 8, most: 400 } as const;

export function madeSite(size: Size): MadeSite {
  const perGoal = Math.round(size.issues / leafGoals(size.goals) / 3);
  const perFamily = Math.min(familySizes.most, Math.max(familySizes.least, perGoal));
  const families = madeFamilies(size.issues, perFamily, seed);
  const issues = new Map(
    families.flatMap((family) => family.issues.map((issue) => [issue.item.id, issue] as const)),
  );
  const familyOf = new Map(
    families.flatMap((family) => family.issues.map(({ item }) => [item.id, family] as const)),
  );
  return { size, issues, familyOf, ...madeGoals(size.goals, families, seed) };
}
