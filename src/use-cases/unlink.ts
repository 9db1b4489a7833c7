import type { Answer } from "../contract/answer";
import { unlinked } from "../contract/goal";
import { givenAnswer, keepAnswer } from "./given-answer";
import { findEditable, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { recordAction } from "./record-action";
import { answered, refused } from "./refusal";
import { touchGoals } from "./touch-goals";

type Unlink = { readonly key: string; readonly goalId: string; readonly linkId: string };

/** Takes a link off a goal. A link that is already gone is no problem: that is what was wanted. */
export async function unlink(
  ports: ViewerPorts,
  { key, goalId, linkId }: Unlink,
): Promise<Answer<{ readonly goalId: string }>> {
  const { store } = ports;
  const given = await givenAnswer(ports, key, unlinked);
  if (given !== null) return answered(given);
  const goal = await findEditable(ports, goalId);
  if (isRefused(goal)) return goal;
  if (goal.archived) return refused("archived");
  const link = await store.links.byId(linkId);
  if (link !== null && link.goalId === goalId) {
    await store.links.remove(linkId);
    await recordAction(ports, goalId, "unlink", {
      linkId,
      descendants: link.descendants,
      ...(link.kind === "issue" ? { issueId: link.issueId } : { jql: link.jql }),
    });
  }
  await touchGoals(ports, await store.goals.countedIn(goalId));
  await keepAnswer(ports, key, { goalId });
  return answered({ goalId });
}
