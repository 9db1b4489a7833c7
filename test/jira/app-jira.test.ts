import { createJira } from "../../src/jira/app-jira";
import { createViewer } from "../../src/jira/viewer";
import { createClock } from "../site/clock";
import { day, line, statuses } from "../site/jira/fixture/lines";
import { createJira as createLocalJira, type LocalJira } from "../site/jira/create-jira";
import { loadConformance } from "../site/jira/openapi/conformance";
import { answerJira, type JiraBoundary } from "../use-cases/jira-boundary";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";

const fetchPath = "/rest/api/3/issue/bulkfetch";
const conformance = loadConformance();
let jira: LocalJira;
let boundary: JiraBoundary;

function open(data = tenIssueData()) {
  const clock = createClock(data.now, 0);
  const { exports, users } = data;
  jira = createLocalJira({
    clock,
    exports,
    users,
    conformance,
    securityLevelOf: (key) => (key === "ABC-17" ? "Secret" : null),
  });
  boundary = answerJira(jira);
}
afterEach(() => {
  expect(jira.faults).toEqual([]);
  boundary.close();
  jira.stop();
});

const app = () => createJira(1);
const id = (key: string) => jira.store.byKey(key)?.id ?? "";

test("an issue is read with its size, its place and its sub-tasks, and without any words", async () => {
  open();
  const { found, missing } = await app().issuesById([id("ABC-15"), "999999"]);
  expect(missing).toEqual(["999999"]);
  expect(found).toMatchObject([
    {
      item: {
        id: id("ABC-15"),
        level: 0,
        parentId: id("ABC-1"),
        category: "indeterminate",
        doneSince: null,
        points: 8,
        openSubTasks: 2,
      },
      key: "ABC-15",
      projectKey: "ABC",
      secured: false,
    },
  ]);
  expect(found[0]?.subTaskIds.toSorted()).toEqual(
    ["ABC-23", "ABC-24", "ABC-25", "ABC-26"].map(id).toSorted(),
  );
  expect(JSON.stringify(found)).not.toContain("S5");
});

test("an issue with a security level is marked", async () => {
  open();
  const { found } = await app().issuesById([id("ABC-17"), id("ABC-18")]);
  expect(found.map(({ secured }) => secured)).toEqual([true, false]);
});

test("a JQL is read to its end in ascending id, whatever its order", async () => {
  open();
  const outcome = await app().idsByJql("project = ABC ORDER BY key DESC");
  const ids = outcome.kind === "read" ? outcome.ids : [];
  expect(ids).toEqual(ids.toSorted((a, b) => Number(a) - Number(b)));
  expect(ids).toHaveLength(18);
});

test("a search goes on behind a page, and begins anew where Jira no longer knows that page", async () => {
  open();
  const jql = "project = ABC ORDER BY key ASC";
  const first = await app().pageByJql(jql, { most: 10, from: null });
  if (first.kind === "refused") throw new Error(first.message);
  expect(first.ids).toHaveLength(10);
  const rest = await app().pageByJql(jql, { most: 10, from: first.next });
  if (rest.kind === "refused") throw new Error(rest.message);
  expect(rest.next).toBeNull();
  expect(new Set([...first.ids, ...rest.ids]).size).toBe(18);
  const { ids } = first;
  expect(await app().pageByJql(jql, { most: 10, from: "expired" })).toMatchObject({ ids });
  const children = await app().childPageOf([id("ABC-1")], { most: 3, from: "expired" });
  expect(children.ids).toHaveLength(3);
  expect(children.next).not.toBeNull();
});

test("a list longer than one page is read whole", async () => {
  const many = Array.from({ length: 250 }, (_, n) => line(n + 2, { epic: "ABC-1" }));
  const lines = [line(1, { type: "Epic", hierarchyLevel: 1 }), ...many];
  open({ ...tenIssueData(), exports: [{ name: "many", lines, statuses }] });
  expect(await app().childrenOf([id("ABC-1")])).toHaveLength(250);
  expect(boundary.requests().filter((request) => request.endsWith("bulkfetch"))).toHaveLength(3);
});

test("a JQL that Jira refuses is answered with Jira's words", async () => {
  open();
  boundary.signIn(ana);
  const refused = {
    kind: "refused",
    message: "Field 'colour' does not exist or you do not have permission to view it.",
  };
  expect(await app().idsByJql("colour = red")).toEqual(refused);
  expect(await app().matching(["colour = red", "key = ABC-1"], [id("ABC-1")])).toEqual([
    refused,
    { kind: "read", ids: [id("ABC-1")] },
  ]);
  expect(await createViewer(ana, 1).checkJql("colour = red")).toEqual(refused);
});

test("a busy Jira is asked again after the time it names", async () => {
  open();
  boundary.refuseNext(fetchPath, 429, { "Retry-After": "0.01" });
  boundary.refuseNext(fetchPath, 503, { "Retry-After": "0.01" });
  const { found } = await app().issuesById([id("ABC-1")]);
  expect(found).toHaveLength(1);
});

test("waiting that does not fit the time ends in a refusal that says how long", async () => {
  open();
  boundary.refuseNext(fetchPath, 429, { "Retry-After": "60" });
  await expect(app().issuesById([id("ABC-1")])).rejects.toMatchObject({
    name: "JiraRefused",
    call: "issue/bulkfetch",
    status: 429,
    retryAfterSeconds: 60,
  });
});

test("after four tries the refusal stands", async () => {
  open();
  for (let n = 0; n < 4; n++) boundary.refuseNext(fetchPath, 503, { "Retry-After": "0.01" });
  await expect(app().issuesById([id("ABC-1")])).rejects.toMatchObject({ status: 503 });
});

test("what is not allowed is not asked again", async () => {
  open();
  boundary.refuseNext(fetchPath, 403);
  await expect(app().issuesById([id("ABC-1")])).rejects.toMatchObject({
    status: 403,
    retryAfterSeconds: null,
  });
});

test("containers with children are told from empty ones", async () => {
  const lines = [
    line(1, { type: "Epic", hierarchyLevel: 1 }),
    line(2, { type: "Epic", hierarchyLevel: 1 }),
    line(3, { epic: "ABC-1" }),
  ];
  open({ ...tenIssueData(), exports: [{ name: "epics", lines, statuses }] });
  expect([...(await app().parentsAmong([id("ABC-1"), id("ABC-2")])).keys()]).toEqual([id("ABC-1")]);
  const unknown = ["999997", id("ABC-1"), "999998", "999999"];
  expect([...(await app().parentsAmong(unknown)).keys()]).toEqual([id("ABC-1")]);
  expect((await app().childrenOf(unknown)).length).toBeGreaterThan(0);
});

test("sized issues are those with points or an estimate, newest first, and parents of estimated sub-tasks", async () => {
  const lines = [
    line(1, { storyPoints: 0, created: day(3) }),
    line(2, { created: day(4) }),
    line(3, { originalEstimateSec: 3600, created: day(5) }),
    line(4, { subtasks: ["ABC-5", "ABC-6"], created: day(6) }),
    ...[5, 6].map((n) =>
      line(n, {
        type: "Sub-task",
        subtask: true,
        hierarchyLevel: -1,
        parent: "ABC-4",
        originalEstimateSec: 600,
        created: day(n + 2),
      }),
    ),
  ];
  open({ ...tenIssueData(), exports: [{ name: "sized", lines, statuses }] });
  const sized = await app().sizedIssues(jira.store.byKey("ABC-1")?.fields.projectId ?? "");
  expect(sized.map(({ key }) => key)).toEqual(["ABC-6", "ABC-5", "ABC-4", "ABC-3", "ABC-1"]);
  expect(sized[2]?.item.subTaskEstimateSeconds).toBe(1200);
});

test("a common type does not keep a rare one out of the sample", async () => {
  const lines = Array.from({ length: 620 }, (_, n) =>
    line(n + 1, { storyPoints: 1, type: n < 10 ? "Bug" : "Story", created: day(2 + (n % 20)) }),
  );
  open({ ...tenIssueData(), exports: [{ name: "many", lines, statuses }] });
  const { projectId } = jira.store.byKey("ABC-1")?.fields ?? { projectId: "" };
  const sized = await app().sizedIssues(projectId);
  const bugType = jira.store.byKey("ABC-1")?.fields.typeId;
  expect(sized.filter(({ item }) => item.typeId === bugType)).toHaveLength(10);
  expect(sized.filter(({ item }) => item.typeId !== bugType).length).toBeGreaterThanOrEqual(500);
});

test("what a person may browse is one question, security levels included", async () => {
  open();
  boundary.signIn(lee);
  const abc = jira.store.byKey("ABC-1")?.fields.projectId ?? "";
  const xyz = jira.store.byKey("XYZ-1")?.fields.projectId ?? "";
  const asked = { projectIds: [abc, xyz], issueIds: [id("ABC-17"), id("ABC-18")] };
  const { projectIds, issueIds } = await createViewer(lee, 1).browsable(asked);
  expect([...projectIds]).toEqual([abc]);
  expect([...issueIds]).toEqual([id("ABC-18")]);
  expect(boundary.requests()).toEqual(["POST /rest/api/3/permissions/check"]);
});

test("a person sees issues by key in any case, hidden ones not at all", async () => {
  open();
  boundary.signIn(lee);
  const seen = await createViewer(lee, 1).seeByKey(["abc-15", "ABC-17", "XYZ-1"]);
  expect(seen.map(({ key, title }) => [key, title])).toEqual([["ABC-15", "S5"]]);
});
