import type { Answer } from "../contract/answer";
import { linkSaved } from "../contract/receipts";
import type { GoalLink } from "../domain/goal";
import { addLink } from "./add-links";
import { withFollowUp } from "./follow-up";
import { findLinkable } from "./find-linkable";
import { givenAnswer, keepAnswer } from "./given-answer";
import { isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered, refused } from "./refusal";

type LinkIssue = {
  readonly key: string;
  readonly goalId: string;
  readonly issueKey: string;
  readonly descendants: boolean;
};

/**
 * Links one issue that the person sees. An issue joins a goal once: linked again with another wish for its descendants,
 * the new wish replaces the old.
 */
export async function linkIssue(
  ports: ViewerPorts,
  { key, goalId, issueKey, descendants }: LinkIssue,
): Promise<Answer<{ readonly goalId: string; readonly linkId: string }>> {
  const given = await givenAnswer(ports, key, linkSaved);
  if (given !== null) return answered(given);
  const linkable = await findLinkable(ports, goalId, 1);
  if (isRefused(linkable)) return linkable;
  const [issue] = await ports.viewer.seeByKey([issueKey]);
  if (issue === undefined) return refused("no-such-issue", { field: "issueKey" });
  const former = linkable.links.find((link) => link.kind === "issue" && link.issueId === issue.id);
  const linkId =
    former?.descendants === descendants
      ? former.id
      : await replaceLink(ports, former, { goalId, issueId: issue.id, descendants });
  const saved = { goalId, linkId };
  await keepAnswer(ports, key, saved);
  return answered(saved);
}

/**
 * The old link goes first: the reading that the new one asks for must not find it. What only the old one brought leaves
 * with it, which no reading of the new one would see.
 */
async function replaceLink(
  ports: ViewerPorts,
  former: GoalLink | undefined,
  wanted: { readonly goalId: string; readonly issueId: string; readonly descendants: boolean },
): Promise<string> {
  const { goalId, issueId, descendants } = wanted;
  const add = () => addLink(ports, goalId, { kind: "issue", issueId, descendants });
  if (former === undefined) return add();
  const countedIn = [...(await ports.store.goals.countedIn(goalId))];
  const what = { kind: "goal", goalId, countedIn, moved: false } as const;
  const replaced = await withFollowUp(ports, what, async () => {
    await ports.store.links.remove(former.id);
    return { ok: true, linkId: await add() };
  });
  return replaced.linkId;
}
