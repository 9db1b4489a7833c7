import { admin, jiraWith } from "../fixture/lines";
import { officeLines, officeTime } from "../fixture/office";
import { keysOf, readFound } from "../fixture/read-answer";

const lag = 60_000;

function site() {
  const made = jiraWith(officeLines, officeTime, { searchLagMilliseconds: lag });
  const search = async (jql: string, reconcileIssues: readonly number[] = []) => {
    const body = { jql, fields: ["status"], reconcileIssues };
    return readFound(await made.ask("POST", "/search/jql", body));
  };
  const finish = (key: string) =>
    made.ask("POST", `/issue/${key}/transitions`, { transition: { id: "6" } }, admin);
  return { ...made, search, finish };
}

it("finds a changed issue by its old values until the index has caught up, and shows its new ones", async () => {
  const { ask, clock, finish, search } = site();
  await finish("ABC-1");
  const { issues } = await search('status = "To Do" and type = Initiative');
  expect(issues).toMatchObject([{ key: "ABC-1", fields: { status: { name: "Done" } } }]);
  expect(await keysOf(ask, "status = Done")).toEqual(["ABC-3", "ABC-7"]);
  const count = await ask("POST", "/search/approximate-count", { jql: "status = Done" });
  expect(count.body).toEqual({ count: 2 });
  await clock.advance(lag);
  expect(await keysOf(ask, "status = Done")).toEqual(["ABC-1", "ABC-3", "ABC-7"]);
});

it("sees the issues that a search reconciles as they are", async () => {
  const { finish, search } = site();
  await finish("ABC-1");
  await finish("ABC-2");
  const { issues } = await search("status = Done order by key", [1001]);
  expect(issues.map(({ key }) => key)).toEqual(["ABC-1", "ABC-3", "ABC-7"]);
});

it("reconciles 50 issues at most", async () => {
  const { ask } = site();
  const reconcileIssues = Array.from({ length: 51 }, (_, index) => index);
  const answer = await ask("POST", "/search/jql", { jql: "project = ABC", reconcileIssues });
  expect(answer.status).toBe(400);
  const query = reconcileIssues.map((id) => `reconcileIssues=${String(id)}`).join("&");
  expect((await ask("GET", `/search/jql?jql=project%3DABC&${query}`)).status).toBe(400);
});

it("finds new issues late, leaves deleted ones out of its pages, and keeps several writes apart", async () => {
  const { ask, clock, jira } = site();
  const fields = { project: { key: "XYZ" }, issuetype: { name: "Story" }, summary: "New" };
  await ask("POST", "/issue", { fields }, admin);
  expect(await keysOf(ask, "project = XYZ")).toEqual(["XYZ-1", "XYZ-2"]);
  await clock.advance(lag / 2);
  await ask("PUT", "/issue/XYZ-3", { fields: { summary: "Newer" } }, admin);
  jira.deleteIssue("2001", admin.accountId);
  await clock.advance(lag / 2);
  expect(await keysOf(ask, "summary ~ New")).toEqual(["XYZ-3"]);
  expect(await keysOf(ask, "summary ~ Newer")).toEqual([]);
  expect(await keysOf(ask, "project = XYZ")).toEqual(["XYZ-2", "XYZ-3"]);
});

it("can be told at run time to lag, and to stop lagging", async () => {
  const { ask, finish, jira } = site();
  jira.setSearchLag(0);
  await finish("ABC-1");
  expect(await keysOf(ask, "status = Done")).toEqual(["ABC-1", "ABC-3", "ABC-7"]);
  jira.setSearchLag(lag);
  await finish("ABC-2");
  expect(await keysOf(ask, "status = Done")).toEqual(["ABC-1", "ABC-3", "ABC-7"]);
});
