import type { RequestOf } from "../../../src/contract/calls";
import type { Random } from "../../site/company/random";
import type { LocalJira } from "../../site/jira/create-jira";
import { admin, labels } from "./chaos-site";

type Draft = RequestOf<"createGoal">["goal"];

const states = [
  "committed",
  "committed",
  "committed",
  "achieved",
  "missed",
  "candidate",
  "dropped",
] as const;

/** A goal as somebody might write it. */
export function aDraft(chance: Random, title: string, parentId: string | null): Draft {
  return {
    title,
    why: "",
    owner: admin,
    state: chance.pick(states),
    rule: chance.pick(["count", "points", "points", "time"] as const),
    countSubTasks: chance.chance(0.25),
    combine: chance.chance(0.15) ? "weighted" : "union",
    weight: chance.whole(0, 3),
    ownWeight: chance.whole(0, 2),
    startDay: null,
    targetDay: null,
    parentId,
  };
}

/** JQL as a team would write it, by fields that edits change; by the day, what matches changes with time alone. */
function aRule(chance: Random, jira: LocalJira, byDay: boolean): string {
  const { projects, versions } = jira.store.catalog;
  const { id, key: project, name } = chance.pick([...projects.values()]);
  const version = chance.pick([...versions.values()]).name;
  const lasting = [
    `project = ${project} AND labels = ${chance.pick(labels)}`,
    `labels in (${labels.slice(0, 2).join(", ")})`,
    `fixVersion = "${version}"`,
    `project = "${name}" AND issuetype = Bug`,
    `statusCategory != Done AND project in (${id})`,
    `issuetype = Epic AND labels = ${chance.pick(labels)}`,
    `project = ${project} AND "Story Points" >= 3`,
  ];
  const daily = [
    `project = ${project} AND updated >= startOfDay(-1d)`,
    `created >= startOfDay(-6d)`,
  ];
  const [rule, ruleOfDay] = [chance.pick(lasting), chance.pick(daily)];
  return chance.chance(0.2) && byDay ? ruleOfDay : rule;
}

/** A link of any kind, as one call. */
export function aLink(
  chance: Random,
  {
    jira,
    goalId,
    byDay,
  }: { readonly jira: LocalJira; readonly goalId: string; readonly byDay: boolean },
): readonly ["linkIssue" | "linkRule", Readonly<Record<string, unknown>>] {
  const descendants = chance.chance(0.6);
  if (chance.chance(0.35))
    return ["linkRule", { goalId, jql: aRule(chance, jira, byDay), descendants }];
  const byLevel = (level: number) =>
    [...jira.store.all()].filter(
      ({ fields }) => (jira.store.catalog.types.get(fields.typeId)?.level ?? 0) === level,
    );
  const level = chance.weighted([
    [2, 1],
    [1, 6],
    [0, 3],
    [-1, 1],
  ]);
  const found = byLevel(level);
  const issue = chance.pick(found.length > 0 ? found : [...jira.store.all()]);
  return ["linkIssue", { goalId, issueKey: issue.fields.key, descendants }];
}
