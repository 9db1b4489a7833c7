/** Behind so many goals of a pass, and behind this issue of the next. */
export type Cursor = { readonly goals: number; readonly after: string };

type OfGoal = { readonly issueId: string };

/** What several goals have, taken together. */
export type Gathered<T> = {
  readonly found: readonly { readonly goalId: string; readonly each: T }[];
  readonly reached: Cursor;
};

/**
 * Takes from one goal after the other until it is enough: pages of one goal are short, and Jira and the store are asked
 * for many issues at once. Nothing found says that all goals are done.
 */
export async function gather<T extends OfGoal>(
  goalIds: readonly string[],
  from: Cursor,
  {
    page,
    limit,
    isEnough,
  }: {
    readonly page: (goalId: string, after: string) => Promise<readonly T[]>;
    /** Most that a page gives. */
    readonly limit: number;
    readonly isEnough: (found: Gathered<T>["found"]) => boolean;
  },
): Promise<Gathered<T>> {
  const found: { goalId: string; each: T }[] = [];
  let reached = from;
  for (;;) {
    const goalId = goalIds[reached.goals];
    if (goalId === undefined || isEnough(found)) return { found, reached };
    const own = await page(goalId, reached.after);
    found.push(...own.map((each) => ({ goalId, each })));
    const last = own.at(-1);
    reached =
      last === undefined || own.length < limit
        ? { goals: reached.goals + 1, after: "0" }
        : { goals: reached.goals, after: last.issueId };
  }
}
