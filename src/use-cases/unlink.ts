import type { Answer } from "../contract/answer";
import { unlinked } from "../contract/receipts";
import { withFollowUp } from "./follow-up";
import { givenAnswer, keepAnswer } from "./given-answer";
import { findEditable, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { recordAction } from "./record-action";
import { answered, refused } from "./refusal";

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
  const countedIn = [...(await store.goals.countedIn(goalId))];
  const what = { kind: "goal", goalId, countedIn, moved: false } as const;
  await withFollowUp(ports, what, () => remove(ports, goalId, linkId));
  await keepAnswer(ports, key, { goalId });
  return answered({ goalId });
}

async function remove(ports: ViewerPorts, goalId: string, linkId: string) {
  const { links } = ports.store;
  const link = await links.byId(linkId);
  if (link?.goalId === goalId) {
    await links.remove(linkId);
    await recordAction(ports, goalId, "unlink", {
      linkId,
      descendants: link.descendants,
      ...(link.kind === "issue" ? { issueId: link.issueId } : { jql: link.jql }),
    });
  }
  return answered({ goalId });
}
