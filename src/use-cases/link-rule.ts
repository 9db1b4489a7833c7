import type { Answer } from "../contract/answer";
import { linkSaved } from "../contract/receipts";
import { addLink, readUnread } from "./add-links";
import { ruleProblem } from "./check-rule";
import { findLinkable } from "./find-linkable";
import { givenAnswer, keepAnswer } from "./given-answer";
import { isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";

type LinkRule = {
  readonly key: string;
  readonly goalId: string;
  readonly jql: string;
  readonly descendants: boolean;
};

/** Links all that match a JQL, now and later. */
export async function linkRule(
  ports: ViewerPorts,
  { key, goalId, jql, descendants }: LinkRule,
): Promise<Answer<{ readonly goalId: string; readonly linkId: string }>> {
  const given = await givenAnswer(ports, key, linkSaved);
  if (given !== null) return answered(given);
  const linkable = await findLinkable(ports, goalId, 1);
  if (isRefused(linkable)) return linkable;
  const problem = await ruleProblem(ports, jql);
  if (problem !== null) return problem;
  const former = linkable.links.find(
    (link) => link.kind === "rule" && link.jql === jql && link.descendants === descendants,
  );
  if (former !== undefined) await readUnread(ports, [former]);
  const linkId = former?.id ?? (await addLink(ports, goalId, { kind: "rule", jql, descendants }));
  const saved = { goalId, linkId };
  await keepAnswer(ports, key, saved);
  return answered(saved);
}
