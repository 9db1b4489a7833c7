import type { ReplayedIssue } from "../../src/domain/replay/replay-issue";
import { grouped } from "../../src/domain/grouped";

/** A fix version or an epic with every issue that was ever part of it. */
export type JudgedGoal = {
  readonly kind: "version" | "epic";
  /** Without a complete changelog of each of its issues, what it holds today is taken to have been there always. */
  readonly assumed: boolean;
  readonly candidates: readonly ReplayedIssue[];
  /** The version's id, or the epic's issue id. */
  readonly id: string;
};

const fewestItems = 5;

/** Every fix version and epic that ever had at least five items. `complete`: issues with their whole changelog. */
export function judgedGoals(
  issues: readonly ReplayedIssue[],
  complete: ReadonlySet<string>,
  isEpic: (issue: ReplayedIssue) => boolean,
): readonly JudgedGoal[] {
  const goals = [...versionsOf(issues), ...epicsOf(issues, isEpic)];
  return goals.map((goal) => ({
    ...goal,
    assumed: !goal.candidates.every(({ id }) => complete.has(id)),
  }));
}

type FoundGoal = Omit<JudgedGoal, "assumed">;

function versionsOf(issues: readonly ReplayedIssue[]): readonly FoundGoal[] {
  const pairs = issues.flatMap((issue) => {
    const ids = issue.fields.fixVersions.flatMap(({ value }) => value.map(({ id }) => id));
    return [...new Set(ids)].map((id) => ({ id, issue }));
  });
  return [...grouped(pairs, ({ id }) => id)].flatMap(([id, own]) => {
    if (own.length < fewestItems) return [];
    return [{ kind: "version" as const, id, candidates: own.map(({ issue }) => issue) }];
  });
}

function epicsOf(
  issues: readonly ReplayedIssue[],
  isEpic: (issue: ReplayedIssue) => boolean,
): readonly FoundGoal[] {
  const links = issues.flatMap((issue) =>
    issue.fields.parentId.flatMap(({ value }) =>
      value === null ? [] : [{ parent: value, issue }],
    ),
  );
  const children = grouped(links, ({ parent }) => parent);
  return issues.filter(isEpic).flatMap((epic) => {
    const below = everBelow(epic, children);
    if (below.length < fewestItems) return [];
    return [{ kind: "epic" as const, id: epic.id, candidates: [epic, ...below] }];
  });
}

function everBelow(
  epic: ReplayedIssue,
  children: ReadonlyMap<string, readonly { readonly issue: ReplayedIssue }[]>,
): readonly ReplayedIssue[] {
  const found = new Map<string, ReplayedIssue>();
  let level = [epic.id];
  while (level.length > 0) {
    const next = level
      .flatMap((id) => children.get(id) ?? [])
      .filter(({ issue }) => issue.id !== epic.id && !found.has(issue.id));
    for (const { issue } of next) found.set(issue.id, issue);
    level = next.map(({ issue }) => issue.id);
  }
  return [...found.values()];
}
