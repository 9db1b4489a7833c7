import { admin, day, jiraWith, line, member } from "../fixture/lines";

const other = { project: "XYZ", projectName: "The rest", key: "XYZ-1", id: "2001" };
const { ask, jira } = jiraWith(
  [line(1), line(2, { securityLevel: "Secret" }), line(9, other)],
  day(31),
);
const asked = {
  globalPermissions: ["ADMINISTER"],
  projectPermissions: [
    {
      permissions: ["BROWSE_PROJECTS", "ADMINISTER_PROJECTS"],
      projects: [10000, 10001, 99],
      issues: [1001, 1002, 2001, 99],
    },
  ],
};

it("says which projects and issues each person may browse, ignoring unknown ids", async () => {
  const ofMember = await ask("POST", "/permissions/check", asked, member);
  const ofAdmin = await ask("POST", "/permissions/check", asked, admin);
  const all = { projects: [10000, 10001], issues: [1001, 1002, 2001] };

  expect(ofMember.body).toEqual({
    globalPermissions: [],
    projectPermissions: [
      { permission: "BROWSE_PROJECTS", projects: [10000], issues: [1001] },
      { permission: "ADMINISTER_PROJECTS", projects: [], issues: [] },
    ],
  });
  expect(ofAdmin.body).toEqual({
    globalPermissions: ["ADMINISTER"],
    projectPermissions: [
      { permission: "BROWSE_PROJECTS", ...all },
      { permission: "ADMINISTER_PROJECTS", ...all },
    ],
  });
});

it("lets only administrators ask for somebody else", async () => {
  const about = (accountId: string) => ({ ...asked, accountId });
  const byMember = await ask("POST", "/permissions/check", about(admin.accountId), member);
  const byAdmin = await ask("POST", "/permissions/check", about(member.accountId), admin);
  expect([byMember.status, byAdmin.status]).toEqual([403, 200]);
  expect(byAdmin.body).toMatchObject({ globalPermissions: [] });
});

it("refuses an unknown permission, and more than 1,000 issues", async () => {
  const unknown = await ask("POST", "/permissions/check", { globalPermissions: ["FLY"] });
  const issues = Array.from({ length: 1001 }, (_, index) => index);
  const many = await ask("POST", "/permissions/check", {
    projectPermissions: [{ permissions: ["BROWSE_PROJECTS"], issues }],
  });
  expect(unknown).toEqual({
    status: 400,
    body: { errorMessages: [], errors: { FLY: "Unrecognized permission" } },
  });
  expect(many.status).toBe(400);
});

it("tells a person's own permissions, in general and on one issue", async () => {
  const mine = async (path: string, as: typeof member) =>
    (await ask("GET", path, undefined, as)).body;
  const permissions = "permissions=ADMINISTER,BROWSE_PROJECTS";
  const have = (administer: boolean, browse: boolean) => ({
    permissions: {
      ADMINISTER: { havePermission: administer, type: "GLOBAL" },
      BROWSE_PROJECTS: { havePermission: browse, type: "PROJECT" },
    },
  });
  expect(await mine(`/mypermissions?${permissions}`, admin)).toMatchObject(have(true, true));
  expect(await mine(`/mypermissions?${permissions}&issueKey=ABC-1`, member)).toMatchObject(
    have(false, true),
  );
  expect(
    (await ask("GET", `/mypermissions?${permissions}&issueKey=ABC-2`, undefined, member)).status,
  ).toBe(404);
  expect((await ask("GET", "/mypermissions", undefined, member)).status).toBe(400);
});

it("lists and opens only the projects that somebody may browse", async () => {
  const list = async (as: typeof member) =>
    (await ask("GET", "/project/search", undefined, as)).body;
  expect(await list(member)).toMatchObject({ total: 1, isLast: true, values: [{ key: "ABC" }] });
  expect(await list(admin)).toMatchObject({ total: 2, values: [{ key: "ABC" }, { key: "XYZ" }] });
  expect((await ask("GET", "/project/XYZ", undefined, member)).status).toBe(404);
  expect((await ask("GET", "/project/XYZ/versions", undefined, member)).status).toBe(404);
});

it("does not know strangers", async () => {
  const stranger = { ...member, accountId: "5f0000000000000000000099" };
  expect((await ask("GET", "/myself", undefined, stranger)).status).toBe(401);
  expect((await ask("GET", "/myself", undefined, member)).body).toMatchObject({
    displayName: "Mel Member",
  });
});

it("shows the app everything unless told otherwise", async () => {
  const { ask: restricted } = jiraWith([line(1), line(9, other)], day(31), {
    appGrants: { admin: false, projects: ["ABC"], securityLevels: [] },
  });
  expect((await ask("GET", "/issue/ABC-2")).status).toBe(200);
  expect((await restricted("GET", "/issue/XYZ-1")).status).toBe(404);
});

it("finds people by the beginning of any word of their name", async () => {
  const found = await ask("GET", "/user/search?query=memb", undefined, admin);
  const bulk = await ask("GET", `/user/bulk?accountId=${admin.accountId}&accountId=nobody`);
  expect(found.body).toMatchObject([{ accountId: member.accountId, accountType: "atlassian" }]);
  expect(bulk.body).toMatchObject({ total: 1, values: [{ displayName: "Ana Admin" }] });
});

it("answered all of this in the shape of the documents", () => {
  expect(jira.faults).toEqual([]);
});
