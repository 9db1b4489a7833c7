import { admin, jiraWith, member } from "../fixture/lines";
import { officeLines, officeTime } from "../fixture/office";

const { ask } = jiraWith(officeLines, officeTime);

it("lists groups, their members, and the groups of a person", async () => {
  const administrators = { name: "jira-administrators" };
  const everybody = { name: "jira-software-users" };
  expect((await ask("GET", "/group/bulk")).body).toMatchObject({
    values: [administrators, everybody],
  });
  expect((await ask("GET", "/groups/picker?query=admin")).body).toMatchObject({
    total: 1,
    groups: [administrators],
  });
  const members = await ask("GET", "/group/member?groupname=jira-software-users");
  expect(members.body).toMatchObject({
    values: [{ accountId: admin.accountId }, { accountId: member.accountId }],
  });
  const groups = (accountId: string) => ask("GET", `/user/groups?accountId=${accountId}`);
  expect((await groups(admin.accountId)).body).toMatchObject([administrators, everybody]);
  expect((await groups(member.accountId)).body).toMatchObject([everybody]);
  expect((await groups("nobody")).status).toBe(404);
  expect((await ask("GET", "/group/member?groupname=nobody")).status).toBe(404);
});

it("keeps properties at issues that the asker sees", async () => {
  const path = "/issue/ABC-1/properties/throughline.goals";
  expect((await ask("GET", path)).status).toBe(404);
  expect((await ask("PUT", path, { goals: ["a"] })).status).toBe(201);
  expect((await ask("PUT", path, ["b"])).status).toBe(200);
  expect((await ask("GET", path)).body).toEqual({ key: "throughline.goals", value: ["b"] });
  expect((await ask("GET", "/issue/ABC-1/properties")).body).toMatchObject({
    keys: [{ key: "throughline.goals" }],
  });
  expect((await ask("DELETE", path)).status).toBe(204);
  expect((await ask("DELETE", path)).status).toBe(404);
  expect((await ask("PUT", path, "x".repeat(40_000))).status).toBe(400);
  const hidden = "/issue/XYZ-1/properties/throughline.goals";
  expect((await ask("PUT", hidden, {}, member)).status).toBe(404);
});
