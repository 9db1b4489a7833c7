import type { Answer } from "../contract/answer";
import { linkIssuesResult } from "../contract/receipts";
import { addLinks, readUnread } from "./add-links";
import { findLinkable } from "./find-linkable";
import { givenAnswer, keepAnswer } from "./given-answer";
import type { SeenIssue } from "./jira-ports";
import { isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";

type LinkIssues = {
  readonly key: string;
  readonly goalId: string;
  readonly issueKeys: readonly string[];
  readonly descendants: boolean;
};

type Linked = {
  linked: string[];
  alreadyLinked: string[];
  notFound: string[];
};

/** Links many issues at once: what can be linked is, the rest is named as it was written. */
export async function linkIssues(
  ports: ViewerPorts,
  { key, goalId, issueKeys, descendants }: LinkIssues,
): Promise<Answer<Linked>> {
  const given = await givenAnswer(ports, key, linkIssuesResult);
  if (given !== null) return answered(given);
  const linkable = await findLinkable(ports, goalId, issueKeys.length);
  if (isRefused(linkable)) return linkable;
  const { seen, notFound } = await lookUp(ports, issueKeys);
  const before = new Map(
    linkable.links.flatMap((link) => (link.kind === "issue" ? [[link.issueId, link]] : [])),
  );
  const fresh = seen.filter(({ id }) => !before.has(id));
  if (fresh.length > 0) {
    await addLinks(
      ports,
      goalId,
      fresh.map(({ id }) => ({ kind: "issue", issueId: id, descendants })),
    );
  } else {
    await readUnread(
      ports,
      seen.flatMap(({ id }) => before.get(id) ?? []),
    );
  }
  const result = {
    linked: fresh.map((issue) => issue.key),
    alreadyLinked: seen.filter(({ id }) => before.has(id)).map((issue) => issue.key),
    notFound: [...notFound],
  };
  await keepAnswer(ports, key, result);
  return answered(result);
}

const keyShape = /^[A-Z][A-Z0-9_]*-[1-9]\d*$/;

/** An issue that has moved answers to its former key too, so that what Jira gave under another key is asked for apart. */
async function lookUp(
  { viewer }: ViewerPorts,
  issueKeys: readonly string[],
): Promise<{ readonly seen: readonly SeenIssue[]; readonly notFound: readonly string[] }> {
  const written = new Map(issueKeys.map((key) => [key.trim().toUpperCase(), key.trim()]));
  const keys = [...written.keys()].filter((key) => keyShape.test(key));
  const seen = new Map((await viewer.seeByKey(keys)).map((issue) => [issue.id, issue]));
  const found = new Set([...seen.values()].map((issue) => issue.key));
  const unnamed = [...found].filter((key) => !written.has(key));
  const former = await formerKeys(
    { viewer },
    keys.filter((key) => !found.has(key)),
    unnamed.length,
  );
  return {
    seen: [...seen.values()],
    notFound: [...written]
      .filter(([key]) => !found.has(key) && !former.has(key))
      .map(([, text]) => text),
  };
}

/** Those of the keys by which so many moved issues were found. */
async function formerKeys(
  { viewer }: Pick<ViewerPorts, "viewer">,
  keys: readonly string[],
  moved: number,
): Promise<ReadonlySet<string>> {
  const former = new Set<string>();
  for (const key of keys) {
    if (former.size === moved) break;
    const [issue] = await viewer.seeByKey([key]);
    if (issue !== undefined) former.add(key);
  }
  return former;
}
