import { createGoal } from "../../src/use-cases/create-goal";
import { linkRule } from "../../src/use-cases/link-rule";
import { noteChanges } from "../../src/use-cases/note-changes";
import type { Ports } from "../../src/use-cases/ports";
import { takeInChanges } from "../../src/use-cases/take-in-changes";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData((line) => ({ ...line, labels: ["ours"] })));
});
afterEach(() => app.stop());

async function goalOf(jql: string): Promise<string> {
  const goal = aDraft({ owner: ana, rule: "count" });
  const { goalId } = valueOf(await createGoal(app.as(ana), { key: newKey(), goal }));
  const rule = { key: newKey(), goalId, jql, descendants: false };
  valueOf(await linkRule(app.as(ana), rule));
  await app.settle();
  return goalId;
}

const byKey = (key: string) => {
  const issue = app.jira.store.byKey(key);
  if (issue === undefined) throw new Error(`no issue ${key}`);
  return issue;
};
const project = (key: string) => {
  const found = [...app.jira.store.catalog.projects.values()].find((each) => each.key === key);
  if (found === undefined) throw new Error(`no project ${key}`);
  return found;
};

function move(issueId: string, to: string): void {
  const { id: projectId, key } = project(to);
  const patch = { projectId, key: `${key}-${issueId}` };
  app.jira.store.change(issueId, { items: [], patch }, { accountId: ana, byApp: false });
}

/** The project keeps its id; queries still find it by its former key. */
function rename(from: string, to: string): void {
  const { projects } = app.jira.store.catalog;
  const before = project(from);
  if (!(projects instanceof Map)) throw new Error("the site's projects cannot be changed");
  projects.set(before.id, { ...before, key: to, formerKeys: [from] });
}

/** Takes in that this issue may have changed; the queries that Jira was asked to match. */
async function takeIn(issueId: string): Promise<readonly string[]> {
  app.loseEvents();
  const asked: string[] = [];
  const { jira } = app.ports;
  const ports: Ports = {
    ...app.ports,
    jira: {
      ...jira,
      matching: (jqls, ids) => {
        asked.push(...jqls);
        return jira.matching(jqls, ids);
      },
    },
  };
  await noteChanges(ports, [{ issueId, seenAt: null }]);
  await takeInChanges(ports);
  return asked;
}

async function goalsOf(issueId: string): Promise<readonly string[]> {
  const links = await app.ports.store.scope.linksBringingEach([issueId]);
  return (links.get(issueId) ?? []).map((link) => link.goalId).toSorted();
}

test("an issue that moves leaves the rule of its former project unasked, joins that of the new, and comes back", async () => {
  const abc = await goalOf("project = ABC AND labels = ours");
  const xyz = await goalOf('project in ("xyz") AND labels = ours');
  const { id } = byKey("ABC-18");
  expect(await goalsOf(id)).toEqual([abc]);
  move(id, "XYZ");
  expect(await takeIn(id)).toEqual(['project in ("xyz") AND labels = ours']);
  expect(await goalsOf(id)).toEqual([xyz]);
  move(id, "ABC");
  expect(await takeIn(id)).toEqual(["project = ABC AND labels = ours"]);
  expect(await goalsOf(id)).toEqual([abc]);
});

test("a rule by the key that a project had before keeps its issues, and others of the project join it", async () => {
  const goal = await goalOf("project = ABC AND labels = ours AND key != ABC-18");
  const { id: former } = byKey("ABC-17");
  const { id: joining } = byKey("XYZ-1");
  rename("ABC", "NEW");
  expect(await takeIn(former)).toHaveLength(1);
  move(joining, "NEW");
  expect(await takeIn(joining)).toHaveLength(1);
  expect(await goalsOf(former)).toEqual([goal]);
  expect(await goalsOf(joining)).toEqual([goal]);
});

test("a rule by a former key that was never read of any project is asked about every issue", async () => {
  await goalOf("project = XYZ AND labels = ours");
  rename("ABC", "NEW");
  const goal = await goalOf("project = ABC AND labels = ours AND summary ~ Hidden");
  const { id } = byKey("XYZ-2");
  move(id, "NEW");
  expect(await takeIn(id)).toContain("project = ABC AND labels = ours AND summary ~ Hidden");
  expect(await goalsOf(id)).toEqual([goal]);
});

test("an OR beside a project brings issues of any", async () => {
  const goal = await goalOf("project = ABC AND labels = mine OR labels = theirs");
  const { id } = byKey("XYZ-3");
  app.jira.editFields(id, { labels: ["theirs"] }, ana);
  expect(await takeIn(id)).toHaveLength(1);
  expect(await goalsOf(id)).toEqual([goal]);
});

test("search that lags behind does not bring an issue back that has moved away", async () => {
  await goalOf("project = ABC AND labels = ours");
  await goalOf("labels = ours");
  const { id } = byKey("ABC-18");
  app.jira.setSearchLag(3_600_000);
  move(id, "XYZ");
  await takeIn(id);
  expect(await goalsOf(id)).toHaveLength(1);
});
