import type { GoalLink } from "../domain/goal";
import { parseQuery } from "../domain/replay/query/parse-query";
import type { Clause, Query } from "../domain/replay/query/query";
import { readDescendants } from "./descendants";
import type { ChangeWish } from "./history-ports";
import type { ReadIssue } from "./jira-ports";
import type { Ports } from "./ports";
import { readHistories } from "./read-histories";

type PastPorts = Pick<Ports, "now" | "jira" | "jiraPast" | "store">;

/**
 * Looks once for each link of a goal for issues that left its scope before anybody looked: those whose changelog tells
 * that they were below something that is in scope, or a change of what the rule asks for. They are looked for in the
 * projects of today's scope. Whether and when they were in scope tells their history.
 */
export async function findPastMembers(ports: PastPorts, goalId: string): Promise<void> {
  const { store, jiraPast } = ports;
  const links = await notLookedFor(ports, await store.links.ofGoal(goalId));
  if (links.length === 0) return;
  const members = await store.scope.membersOf(goalId);
  const projectIds = [...new Set(members.map(({ item }) => item.projectId))];
  if (projectIds.length === 0) return;
  const wishes = links.flatMap((link) => wishesOf(link, members));
  const left = await jiraPast.changedIn(projectIds, wishes);
  await store.histories.addPastMembers(goalId, left);
  if (links.some(({ descendants }) => descendants)) await addDescendants(ports, goalId, left);
  await readHistories(ports, goalId);
  for (const { id } of links) await store.states.write(lookedFor(id), null, ports.now());
}

const prefix = "past-members:";
const lookedFor = (linkId: string) => `${prefix}${linkId}`;

async function notLookedFor(
  { store }: PastPorts,
  links: readonly GoalLink[],
): Promise<readonly GoalLink[]> {
  const known = new Set((await store.states.beginning(prefix)).map(({ key }) => key));
  return links.filter(({ id }) => !known.has(lookedFor(id)));
}

/** What left took what is below it along. */
async function addDescendants(
  { jira, store }: PastPorts,
  goalId: string,
  issueIds: readonly string[],
): Promise<void> {
  const { found } = await jira.issuesById(issueIds);
  await readDescendants(jira, found, (issues) =>
    store.histories.addPastMembers(
      goalId,
      issues.map(({ item }) => item.id),
    ),
  );
}

function wishesOf(link: GoalLink, members: readonly ReadIssue[]): readonly ChangeWish[] {
  const query = link.kind === "rule" ? parseQuery(link.jql) : null;
  const ofRule = query === null ? [] : clausesOf(query).flatMap(wishOf);
  if (!link.descendants) return ofRule;
  const above = members.flatMap(({ item, key }) => [item.id, key]);
  return [...ofRule, { field: "parent", values: above }];
}

function clausesOf(query: Query): readonly Clause[] {
  if (query.kind === "clause") return [query];
  return query.kind === "not" ? clausesOf(query.of) : query.of.flatMap(clausesOf);
}

/**
 * What changes of an issue can make a clause true or false. A move out of the project is not found by looking into the
 * project, and a status category only by all changes of status.
 */
function wishOf({ field, operator, values }: Clause): readonly ChangeWish[] {
  if (field === "project" || field === "key") return [];
  if (field === "status-category") return [{ field: "status", values: null }];
  const named = values.map((value) => value ?? "");
  const asksForEmpty = operator === "not-in" || named.some(isUnresolved);
  return [{ field, values: asksForEmpty ? [...named, ""] : named }];
}

/** JQL's word for no resolution. */
const isUnresolved = (value: string) => value.toLowerCase() === "unresolved";
