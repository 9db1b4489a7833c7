import type { Goal } from "../../domain/goal";
import type { ReplayedIssue } from "../../domain/replay/replay-issue";
import { replayIssue } from "../../domain/replay/replay-issue";
import type { KnownHistory } from "../history-ports";
import type { ReadIssue } from "../jira-ports";
import type { Ports } from "../ports";
import { siteLogId } from "../settings/save-settings";
import type { AuditEntry } from "../store-ports";
import { countingBelow, type GoalTree, readGoalTree, treeAsOf } from "./goal-tree";
import { type PastWords, pastWordsOf } from "./past-words";
import { type Standing, standingOf, standingOfHistory } from "./standing";
import { silentHistory, withSilentWords } from "./silent-history";

/** All that is known of the past of one goal, read once; asked for any instant. */
export type KnownPast = {
  readonly tree: GoalTree;
  /** Every issue that is or may once have been in scope, with its sub-tasks. */
  readonly issues: readonly ReplayedIssue[];
  /** Issues that had one of these as a child once. */
  readonly parents: ReadonlySet<string>;
  readonly words: PastWords;
  readonly standings: ReadonlyMap<string, Standing>;
  /** Today's members of each link. */
  readonly membersOf: ReadonlyMap<string, readonly string[]>;
  /** Issues as the app read them last; only what the goal or one below it brings today. */
  readonly facts: ReadonlyMap<string, ReadIssue>;
  /** Issues whose changelog is known up to an earlier version than today's; null: nothing of it is known. */
  readonly unread: ReadonlyMap<string, Date | null>;
  readonly siteLog: readonly AuditEntry[];
};

const mostUnread = 50_000;

export async function knownPastOf(ports: Ports, goal: Goal): Promise<KnownPast> {
  const { store } = ports;
  const tree = await readGoalTree(ports, goal);
  const goalIds = [goal.id, ...tree.below.map((log) => log.goal.id)];
  const members = await membersEver(ports, tree);
  const known = await historiesOf(ports, goalIds, members);
  const told = new Set(known.map(({ history }) => history.id));
  const silent = members.filter(({ item }) => !told.has(item.id));
  const versions = new Map(known.map(({ history, updatedAt }) => [history.id, updatedAt]));
  const unread = await Promise.all(goalIds.map((id) => store.histories.unread(id, mostUnread)));
  const vocabulary = (await store.histories.vocabulary()) ?? (await ports.jiraPast.vocabulary());
  const all = [...known, ...silent.map(silentHistory)];
  const words = pastWordsOf(all, withSilentWords(vocabulary));
  const issues = all.map(({ history }) => replayIssue(history, words.site));
  return {
    tree,
    issues,
    parents: new Set(issues.flatMap(parentsEver)),
    words,
    standings: new Map([
      ...all.map((each) => [each.history.id, standingOfHistory(each)] as const),
      ...members.map((issue) => [issue.item.id, standingOf(issue)] as const),
    ]),
    membersOf: await membersByLink(ports, members),
    facts: new Map(members.map((issue) => [issue.item.id, issue])),
    unread: new Map(
      [...unread.flat(), ...silent.map(({ item }) => item.id)].map((id) => [
        id,
        versions.get(id) ?? null,
      ]),
    ),
    siteLog: await store.auditOf(siteLogId),
  };
}

const parentsEver = ({ fields }: ReplayedIssue) =>
  fields.parentId.flatMap(({ value }) => value ?? []);

/** Of the goal, and of the goals below it that do not count in it today: their work may have been in its scope once. */
async function membersEver({ store, now }: Ports, tree: GoalTree): Promise<readonly ReadIssue[]> {
  const counting = new Set(countingBelow(treeAsOf(tree, now())).map(({ goal }) => goal.id));
  const others = tree.below.filter(({ goal }) => !counting.has(goal.id));
  const all = await Promise.all(
    [tree.root, ...others].map(({ goal }) => store.scope.membersOf(goal.id)),
  );
  return [...new Map(all.flat().map((issue) => [issue.item.id, issue])).values()];
}

/** Of the scope once and now, and of the sub-tasks of its members, whose states decide what is confirmed. */
async function historiesOf(
  { store }: Ports,
  goalIds: readonly string[],
  members: readonly ReadIssue[],
): Promise<readonly KnownHistory[]> {
  const known = (await Promise.all(goalIds.map(store.histories.ofGoal))).flat();
  const told = new Set(known.map(({ history }) => history.id));
  const missing = members.flatMap((issue) => issue.subTaskIds).filter((id) => !told.has(id));
  const family = missing.length === 0 ? [] : await store.histories.byId(missing);
  return [...new Map([...known, ...family].map((each) => [each.history.id, each])).values()];
}

async function membersByLink(
  { store }: Ports,
  members: readonly ReadIssue[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const bringing = await store.scope.linksBringingEach(members.map(({ item }) => item.id));
  const byLink = new Map<string, string[]>();
  for (const [issueId, links] of bringing) {
    for (const { id } of links) {
      const own = byLink.get(id);
      if (own === undefined) byLink.set(id, [issueId]);
      else own.push(issueId);
    }
  }
  return byLink;
}
