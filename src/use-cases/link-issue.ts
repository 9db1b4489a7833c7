import type { Answer } from "../contract/answer";
import { linkSaved } from "../contract/receipts";
import type { GoalLink } from "../domain/goal";
import { addLink, readUnread } from "./add-links";
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
  const before = linkable.links.filter((link) => isOf(link, issue.id));
  const linkId = await linkOnce(ports, before, { goalId, issueId: issue.id, descendants });
  const saved = { goalId, linkId };
  await keepAnswer(ports, key, saved);
  return answered(saved);
}

const isOf = (link: GoalLink, issueId: string) => link.kind === "issue" && link.issueId === issueId;

/**
 * The issue's only link in a goal. The new one comes before the old ones go, so that a call that is cut off in between
 * loses no link; trying again takes away what it has left. What only an old one brought leaves with it, which no reading
 * of the new one would see.
 */
async function linkOnce(
  ports: ViewerPorts,
  before: readonly GoalLink[],
  wanted: { readonly goalId: string; readonly issueId: string; readonly descendants: boolean },
): Promise<string> {
  const { goalId, issueId, descendants } = wanted;
  const { store } = ports;
  const kept = before.find((link) => link.descendants === descendants);
  const old = before.filter((link) => link !== kept);
  if (kept !== undefined) await readUnread(ports, [kept]);
  const link = async () =>
    kept?.id ?? (await addLink(ports, goalId, { kind: "issue", issueId, descendants }));
  if (old.length === 0) return link();
  const countedIn = [...(await store.goals.countedIn(goalId))];
  const what = { kind: "goal", goalId, countedIn, moved: false } as const;
  const linked = await withFollowUp(ports, what, async () => {
    const linkId = await link();
    for (const { id } of old) await store.links.remove(id);
    return { ok: true, linkId };
  });
  return linked.linkId;
}
