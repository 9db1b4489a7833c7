import type { Goal, GoalLink } from "../../src/domain/goal";

/** A committed goal; override what the test is about. */
export function aGoal(override: Partial<Goal> & { readonly id: string }): Goal {
  return {
    parentId: null,
    title: `Goal ${override.id}`,
    why: "",
    owner: "ann",
    state: "committed",
    rule: "points",
    countSubTasks: false,
    combine: "union",
    weight: 1,
    ownWeight: 1,
    startDay: null,
    targetDay: null,
    archived: false,
    version: 1,
    ruleVersion: 1,
    createdBy: "ann",
    createdAt: new Date("2026-03-01T09:00:00.123Z"),
    updatedAt: new Date("2026-03-02T09:00:00.456Z"),
    ...override,
  };
}

const linked = {
  descendants: true,
  createdBy: "ann",
  createdAt: new Date("2026-03-03T09:00:00Z"),
  readAt: null,
  broken: null,
};

/** A link that brings an issue and all its descendants. */
export function anIssueLink(
  override: Partial<Extract<GoalLink, { kind: "issue" }>> & {
    readonly id: string;
    readonly goalId: string;
  },
): GoalLink {
  return { ...linked, kind: "issue", issueId: "20001", ...override };
}

/** A link that brings the matches of a JQL. */
export function aRuleLink(
  override: Partial<Extract<GoalLink, { kind: "rule" }>> & {
    readonly id: string;
    readonly goalId: string;
  },
): GoalLink {
  return { ...linked, descendants: false, kind: "rule", jql: "project = SHOP", ...override };
}
