import type { Answer } from "../contract/answer";
import type { IssueGoals, ServingPath } from "../contract/places";
import { withholdFor } from "../domain/withhold";
import type { GoalLink } from "../domain/goal";
import { currentFigures } from "./figures";
import { goalLines } from "./goal-lines";
import { weighed } from "./item-view";
import { visibleAmong } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered, refused } from "./refusal";
import { mayCreateGoals } from "./settings/may-create";
import type { Sight } from "./sight";
import type { GoalRow } from "./store-ports";

/** The goals that an issue serves, and by which paths. */
export async function issueGoals(
  ports: ViewerPorts,
  { issueId }: { readonly issueId: string },
): Promise<Answer<IssueGoals>> {
  const { store, viewer } = ports;
  const [issue] = await viewer.see([issueId]);
  if (issue === undefined) return refused("no-such-issue", { field: "issueId" });
  const links = await linksOf(ports, issueId);
  const goalIds = [...(await store.scope.goalsOf([issueId])), ...links.map((link) => link.goalId)];
  const rows = await store.goals.rowsByIds([...new Set(goalIds)]);
  const visible = await visibleAmong(
    ports,
    rows.filter(({ goal }) => !goal.archived),
  );
  const paths = await pathsOf(ports, { issueId, links, rows: visible.rows });
  const lines = await goalLines(ports, visible.rows, visible.sight);
  const adds = new Map<string, number | null>();
  for (const row of visible.rows) {
    adds.set(row.goal.id, await finishingAdds(ports, row, issueId, visible.sight));
  }
  return answered({
    goals: lines.map((goal) => ({
      goal,
      paths: [...(paths.get(goal.id) ?? [])],
      finishingAdds: adds.get(goal.id) ?? null,
    })),
    mayCreate: await mayCreateGoals(ports),
  });
}

/** Links that bring the issue, and those to the issue itself that have not been read yet. */
async function linksOf({ store }: ViewerPorts, issueId: string): Promise<readonly GoalLink[]> {
  const bringing = await store.scope.linksBringing(issueId);
  const direct = await store.links.ofIssue(issueId);
  const links = [...bringing.map(({ link }) => link), ...direct];
  return [...new Map(links.map((link) => [link.id, link])).values()];
}

type Reached = {
  readonly issueId: string;
  readonly links: readonly GoalLink[];
  readonly rows: readonly GoalRow[];
};

/** By which paths each goal reaches the issue: its own links first, then the goals below that bring it. */
async function pathsOf(
  ports: ViewerPorts,
  { issueId, links, rows }: Reached,
): Promise<ReadonlyMap<string, readonly ServingPath[]>> {
  const rootIds = links.flatMap((link) => (link.kind === "issue" ? [link.issueId] : []));
  const seen = new Map((await ports.viewer.see(rootIds)).map((each) => [each.id, each.key]));
  const jqls = links.flatMap((link) => (link.kind === "rule" ? [link.jql] : []));
  const readable = await ports.viewer.understood(jqls);
  const own = (link: GoalLink): ServingPath => {
    if (link.kind === "rule") {
      return { kind: "rule", jql: readable.has(link.jql) ? link.jql : null, linkId: link.id };
    }
    if (link.issueId === issueId) {
      return { kind: "direct", linkId: link.id, descendants: link.descendants };
    }
    return { kind: "ancestor", issueKey: seen.get(link.issueId) ?? null, linkId: link.id };
  };
  const titles = new Map(rows.map(({ goal }) => [goal.id, goal.title]));
  const paths = new Map<string, ServingPath[]>();
  const add = (goalId: string, path: ServingPath) =>
    paths.set(goalId, [...(paths.get(goalId) ?? []), path]);
  for (const link of links) add(link.goalId, own(link));
  for (const goalId of new Set(links.map((link) => link.goalId))) {
    const title = titles.get(goalId) ?? null;
    const counting = await ports.store.goals.countedIn(goalId);
    for (const id of counting.filter((each) => each !== goalId))
      add(id, { kind: "sub-goal", title });
  }
  return paths;
}

/** What finishing the issue would add to the headline; null where it counts nowhere by itself, or where C15 withholds it. */
async function finishingAdds(
  ports: ViewerPorts,
  { goal, rollup }: GoalRow,
  issueId: string,
  sight: Sight,
): Promise<number | null> {
  if (rollup?.rollup.total == null) return null;
  if (!withholdFor(sight.hiddenOf(rollup), rollup.rollup.progress).details) return null;
  const before = String(BigInt(issueId) - 1n);
  const [leaf] = await ports.store.scope.leaves(goal.id, before, 1);
  if (leaf?.item.id !== issueId) return null;
  const figures = await currentFigures(ports, rollup);
  const { size, inputs } = weighed(leaf, figures);
  const { total } = figures.stored.rollup;
  if (size === null || total === null) return null;
  return inputs.category === "done" ? 0 : size / total;
}
