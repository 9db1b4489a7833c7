import type { Answer } from "../contract/answer";
import type { GoalChoice } from "../contract/goal";
import { editableAmong, visibleAmong } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";
import type { GoalRow } from "./store-ports";

/** Titles looked through before visibility is asked for: hidden goals must not crowd out visible ones. */
const mostCandidates = 200;

/** Goals whose title holds the text, archived ones left out. */
export async function searchGoals(
  ports: ViewerPorts,
  { query, limit }: { readonly query: string; readonly limit: number },
): Promise<Answer<{ goals: GoalChoice[] }>> {
  const found = await ports.store.goals.search(query, mostCandidates);
  const order = new Map(found.map((goal, at) => [goal.id, at]));
  const rows = await ports.store.goals.rowsByIds([
    ...new Set(found.flatMap(({ id, parentId }) => [id, ...(parentId === null ? [] : [parentId])])),
  ]);
  const visible = await visibleAmong(ports, rows);
  const titles = new Map(visible.rows.map(({ goal }) => [goal.id, goal.title]));
  const chosen = visible.rows
    .filter(({ goal }) => order.has(goal.id))
    .sort((a, b) => (order.get(a.goal.id) ?? 0) - (order.get(b.goal.id) ?? 0))
    .slice(0, limit);
  return answered({ goals: [...(await choicesOf(ports, chosen, titles))] });
}

async function choicesOf(
  ports: ViewerPorts,
  rows: readonly GoalRow[],
  titles: ReadonlyMap<string, string>,
): Promise<readonly GoalChoice[]> {
  const goals = rows.map(({ goal }) => goal);
  const names = await ports.jira.namesOf(goals.flatMap(({ owner }) => owner ?? []));
  const mayEdit = await editableAmong(ports, goals);
  return goals.map((goal) => ({
    id: goal.id,
    title: goal.title,
    state: goal.state,
    ownerName: names.get(goal.owner ?? "") ?? null,
    parentTitle: titles.get(goal.parentId ?? "") ?? null,
    mayEdit: mayEdit(goal),
  }));
}
