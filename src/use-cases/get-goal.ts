import type { Answer } from "../contract/answer";
import type { GoalView, LinkView } from "../contract/goal";
import type { GoalLink } from "../domain/goal";
import { combiningOf } from "./combining";
import { goalLines } from "./goal-lines";
import type { SeenIssue } from "./jira-ports";
import { findVisible, isRefused, visibleAmong, type VisibleGoal } from "./permissions";
import type { ViewerPorts } from "./ports";
import { readableRules } from "./readable-rules";
import { answered, refused } from "./refusal";

/** A goal with its links, the goals above it and the goals below. */
export async function getGoal(
  ports: ViewerPorts,
  { goalId }: { readonly goalId: string },
): Promise<Answer<GoalView>> {
  const found = await findVisible(ports, goalId);
  if (isRefused(found)) return found;
  const { goal } = found.row;
  const [line] = await goalLines(ports, [found.row], found.sight);
  if (line === undefined) return refused("no-such-goal");
  const below = await childrenOf(ports, goalId);
  return answered({
    line,
    why: goal.why,
    countSubTasks: goal.countSubTasks,
    weight: goal.weight,
    combining: combiningOf(found, below.rows, below.lines),
    startDay: goal.startDay,
    version: goal.version,
    ruleVersion: goal.ruleVersion,
    createdAt: goal.createdAt.toISOString(),
    updatedAt: goal.updatedAt.toISOString(),
    links: await linkViews(ports, found),
    parents: await parentsOf(ports, goalId),
    children: below.lines,
  });
}

async function linkViews(ports: ViewerPorts, { row, sight }: VisibleGoal): Promise<LinkView[]> {
  const { store, viewer } = ports;
  const links = await store.links.ofGoal(row.goal.id);
  if (links.length === 0) return [];
  const issueIds = links.flatMap((link) => (link.kind === "issue" ? [link.issueId] : []));
  const seen = new Map((await viewer.see(issueIds)).map((issue) => [issue.id, issue]));
  const readable = await readableRules(ports, row.goal, links);
  // A link alone may hide fewer issues than the goal does, so its count is told only where nothing is hidden.
  const isOpen = row.rollup !== null && sight.hiddenOf(row.rollup) === 0;
  const counts = isOpen ? await store.scope.memberCounts(row.goal.id) : new Map<string, number>();
  return links.map((link) => {
    const brings = isOpen && link.readAt !== null ? (counts.get(link.id) ?? 0) : null;
    return { ...linkView(link, seen, readable), brings };
  });
}

function linkView(
  link: GoalLink,
  seen: ReadonlyMap<string, SeenIssue>,
  readable: ReadonlySet<string>,
): Omit<LinkView, "brings"> {
  const issue = link.kind === "issue" ? seen.get(link.issueId) : undefined;
  const jql = link.kind === "rule" && readable.has(link.jql) ? link.jql : null;
  return {
    id: link.id,
    kind: link.kind,
    descendants: link.descendants,
    issueId: issue?.id ?? null,
    issueKey: issue?.key ?? null,
    issueTitle: issue?.title ?? null,
    jql,
    broken: link.broken,
    createdAt: link.createdAt.toISOString(),
  };
}

/** From the root down to the parent; goals that the person may not see are left out. */
async function parentsOf(ports: ViewerPorts, goalId: string): Promise<GoalView["parents"]> {
  const ids = await ports.store.goals.ancestorsOf(goalId);
  if (ids.length === 0) return [];
  const visible = await visibleAmong(ports, await ports.store.goals.rowsByIds(ids));
  const titles = new Map(visible.rows.map(({ goal }) => [goal.id, goal.title]));
  return ids.toReversed().flatMap((id) => {
    const title = titles.get(id);
    return title === undefined ? [] : [{ id, title }];
  });
}

/** The unarchived goals below, and those of them that the person may see, as lines. */
async function childrenOf(ports: ViewerPorts, goalId: string) {
  const rows = await ports.store.goals.childrenOf(goalId);
  const unarchived = rows.filter(({ goal }) => !goal.archived);
  const visible = await visibleAmong(ports, unarchived);
  const lines = [...(await goalLines(ports, visible.rows, visible.sight))];
  return { rows: unarchived, lines };
}
