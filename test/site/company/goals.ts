import type { GoalSeed } from "../assembly/seed-goals";
import type { IssueLine } from "../jira/import/issue-line";
import { type GoalWish, goalWishes } from "./goal-wishes";
import { accountOf } from "./people";

/** The company's goals on three levels, parents first, with the keys of the issues they are about. */
export function goalsOf(lines: readonly IssueLine[]): readonly GoalSeed[] {
  const epics = new Map(
    lines.flatMap((line) => (line.type === "Epic" ? [[line.summary, line.key] as const] : [])),
  );
  const epicKey = (title: string) => {
    const key = epics.get(title);
    if (key === undefined) throw new Error(`No epic is called ${title}`);
    return key;
  };
  const storiesOf = ({ epic, stories }: NonNullable<GoalWish["alone"]>) =>
    lines
      .filter((line) => line.type === "Story" && line.epic === epicKey(epic))
      .slice(0, stories)
      .map(({ key }) => key);

  return goalWishes.map(({ owner, epics: titles = [], rules = [], alone, ...goal }) => ({
    ...goal,
    ownerAccountId: accountOf(owner),
    links: [
      ...titles.map((title) => ({ issueKey: epicKey(title), descendants: true })),
      ...(alone === undefined ? [] : storiesOf(alone)).map((issueKey) => ({
        issueKey,
        descendants: false,
      })),
      ...rules.map((jql) => ({ jql, descendants: false })),
    ],
  }));
}
