import { type Fixture, startFixture } from "./fixture/start-fixture";

let site: Fixture;
beforeAll(async () => {
  site = await startFixture();
});
afterAll(() => site.stop());

const as = (name: string, token = "token") => ({
  authorization: `Basic ${Buffer.from(`${name}:${token}`).toString("base64")}`,
});
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(site.url + path, { headers });

test.each(["mira", "Mira Holm"])("%s asks Jira's API over HTTP as herself", async (name) => {
  const response = await get("/rest/api/3/myself", as(name));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ accountId: "mira" });
});

test("what a person may not see stays hidden over HTTP too", async () => {
  expect((await get("/rest/api/3/issue/ALP-1", as("bo"))).status).toBe(404);
});

test("nobody is known without a token or by a strange name", async () => {
  expect((await get("/rest/api/3/myself", as("mira", ""))).status).toBe(401);
  expect((await get("/rest/api/3/myself", as("Nobody"))).status).toBe(401);
});

test("without credentials the caller is anonymous, whatever the cookies say", async () => {
  await get("/rest/api/3/myself", { cookie: "site_user=mira" });
  const asked = site.jira.requests.at(-1);
  expect(asked?.as).toEqual({ kind: "none" });
  expect(asked?.headers).not.toHaveProperty("cookie");
});

test("query, method and body reach Jira as they were sent", async () => {
  const body = JSON.stringify({ fields: { customfield_10016: 8 } });
  const headers = { ...as("mira"), "content-type": "application/json" };
  const path = "/rest/api/3/issue/ALP-2?notifyUsers=false";
  const response = await fetch(site.url + path, { method: "PUT", headers, body });
  expect(response.status).toBe(204);
  expect(site.jira.requests.at(-1)).toMatchObject({ method: "PUT", path, body });
});
