import { type LinkLife, reachedBy, type Site } from "./reach";

export type GoalLife = { readonly createdAt: Date; readonly links: readonly LinkLife[] };

/** A sub-goal, and when its work counted in the goal above; a span without end lasts until today. */
export type SubGoalLife = GoalLife & {
  readonly counts: readonly { readonly from: Date; readonly until: Date | null }[];
};

/** Which issues a goal reached at an instant. */
export type Membership = {
  readonly ids: ReadonlySet<string>;
  /** `replayed`: before the goal's creation, by its present links; `logged`: by the audit log. */
  readonly past: "replayed" | "logged";
  /** Rules of which today's members were taken, as their past is not known. */
  readonly byToday: readonly string[];
};

/**
 * The scope of a goal with the sub-goals that counted then. Before the goal's creation what is linked today is applied
 * to the past; from then on an issue linked by hand is in scope from that day. Rules and descendants go by the fields
 * as of then. The site holds all issues of that instant that links may reach.
 */
export function membershipAsOf(
  goal: GoalLife,
  subGoals: readonly SubGoalLife[],
  at: Date,
  site: Site,
): Membership {
  const links = linksAsOf(goal, subGoals, at);
  return {
    ids: reachedBy(links, site),
    past: at < goal.createdAt ? "replayed" : "logged",
    byToday: links.flatMap((link) =>
      link.kind === "rule" && link.query === null ? [link.linkId] : [],
    ),
  };
}

/** The links of a goal, and of the sub-goals that counted in it, that held at an instant. */
export function linksAsOf(
  goal: GoalLife,
  subGoals: readonly SubGoalLife[],
  at: Date,
): readonly LinkLife[] {
  const byPresent = at < goal.createdAt;
  const counting = subGoals.filter(({ counts }) =>
    counts.some((span) => holds(span, at, byPresent)),
  );
  return [goal, ...counting].flatMap(({ links }) =>
    links.filter((link) => holds(link, at, byPresent)),
  );
}

function holds(
  { from, until }: { readonly from: Date; readonly until: Date | null },
  at: Date,
  byPresent: boolean,
): boolean {
  if (byPresent) return until === null;
  return from <= at && (until === null || at < until);
}
