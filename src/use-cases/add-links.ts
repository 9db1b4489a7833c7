import type { GoalLink } from "../domain/goal";
import { withFollowUp } from "./follow-up";
import type { ViewerPorts } from "./ports";
import { recordAction } from "./record-action";
import { askForReading } from "./touch-goals";

/** What a new link brings: an issue, or the matches of a JQL; with or without descendants. */
export type NewLink = { readonly descendants: boolean } & (
  | { readonly kind: "issue"; readonly issueId: string }
  | { readonly kind: "rule"; readonly jql: string }
);

/** Links work to a goal and has it read. */
export async function addLinks(
  ports: ViewerPorts,
  goalId: string,
  links: readonly NewLink[],
): Promise<void> {
  await insertLinks(
    ports,
    goalId,
    links.map((link) => madeLink(ports, goalId, link)),
  );
}

/** The same for one link; gives its id. */
export async function addLink(ports: ViewerPorts, goalId: string, link: NewLink): Promise<string> {
  const made = madeLink(ports, goalId, link);
  await insertLinks(ports, goalId, [made]);
  return made.id;
}

/** A call that made them may have been cut off before it had them read. */
export async function readUnread(ports: ViewerPorts, links: readonly GoalLink[]): Promise<void> {
  const unread = links.find(({ readAt }) => readAt === null);
  if (unread !== undefined) await askForReading(ports, unread.goalId);
}

function madeLink({ viewer, now, newId }: ViewerPorts, goalId: string, link: NewLink): GoalLink {
  const common = { id: newId(), goalId, readAt: null, broken: null };
  return { ...common, ...link, createdBy: viewer.accountId, createdAt: now() };
}

async function insertLinks(
  ports: ViewerPorts,
  goalId: string,
  links: readonly GoalLink[],
): Promise<void> {
  await withFollowUp(ports, { kind: "read", goalId }, async () => {
    await ports.store.links.insert(links);
    await recordAction(ports, goalId, "link", { links: links.map(told) });
    return { ok: true };
  });
}

const told = (link: GoalLink) => ({
  linkId: link.id,
  descendants: link.descendants,
  ...(link.kind === "issue" ? { issueId: link.issueId } : { jql: link.jql }),
});
