import { z } from "zod/mini";
import { type Fixture, startFixture } from "./fixture/start-fixture";

const calls = z.looseObject({ next: z.number() });
let site: Fixture;
beforeAll(async () => {
  site = await startFixture();
});
afterAll(() => site.stop());

const as = (account: string) => ({ headers: { cookie: `site_user=${account}` } });
const text = async (path: string, init: RequestInit = {}) =>
  (await fetch(site.url + path, init)).text();
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(site.url + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const surface = { moduleKey: "fixture-gadget", extension: { type: "jira:dashboardGadget" } };

describe("app resources", () => {
  const page = () => `${site.appOrigin}/fixture-app/env-1/main/index.html`;

  it("carry the production policy, with reports sent to the site", async () => {
    const policy = (await fetch(page())).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).toContain(`report-uri ${site.url}/__control/csp-report`);
    expect(policy).toMatch(new RegExp(`frame-ancestors [^;]*${site.url}`));
  });

  it("load the bridge before anything of the app", async () => {
    const markup = await (await fetch(page())).text();
    expect(markup.indexOf("__bridge")).toBeGreaterThan(0);
    expect(markup.indexOf("__bridge")).toBeLessThan(markup.indexOf("fixture.js"));
  });

  it("are not reachable by an absolute path or outside their folder", async () => {
    expect((await fetch(`${site.appOrigin}/fixture.js`)).status).toBe(404);
    const outside = page().replace("index.html", "..%2ftest%2fsite%2fclock.ts");
    expect((await fetch(outside)).status).toBe(404);
  });
});

describe("the bridge's endpoints", () => {
  it("run a resolver as the person of the cookie, whatever the frame says", async () => {
    const body = { ...surface, functionKey: "who", payload: { accountId: "ada" } };
    const answer: unknown = await (
      await post("/__bridge/invoke", body, { cookie: "site_user=bo" })
    ).json();
    expect(answer).toMatchObject({ ok: true, value: { account: "bo" } });
    expect(site.platform.asked.at(-1)?.context).toMatchObject({
      accountId: "bo",
      siteUrl: site.url,
      localId: "ari:cloud:ecosystem::extension/fixture-app/env-1/static/fixture-gadget",
    });
  });

  it("pass a resolver's failure on by name and message", async () => {
    const answer: unknown = await (
      await post("/__bridge/invoke", { ...surface, functionKey: "fail" })
    ).json();
    expect(answer).toEqual({ ok: false, name: "TypeError", message: "it broke" });
  });

  it("record a command that is not modelled as 501", async () => {
    await post("/__bridge/unmodelled", { ...surface, command: "openRovo" });
    expect(site.platform.calls.all().at(-1)).toMatchObject({
      service: "unmodelled",
      path: "openRovo",
      status: 501,
    });
  });

  it("refuse a change that another origin sends", async () => {
    const foreign = { origin: site.appOrigin };
    const body = { ...surface, functionKey: "who" };
    expect((await post("/__bridge/invoke", body, foreign)).status).toBe(403);
  });
});

describe("requestJira from a frame", () => {
  const ask = async (path: string) => {
    const call = { ...surface, path, method: "GET", headers: [], body: null };
    const answer = await post("/__bridge/fetch", call, { cookie: "site_user=bo" });
    return z.object({ status: z.number() }).parse(await answer.json()).status;
  };

  it("acts for the person, and is the app's own doing", async () => {
    expect(await ask("/rest/api/3/myself")).toBe(200);
    expect(site.jira.requests.at(-1)).toMatchObject({
      as: { kind: "user", accountId: "bo" },
      byApp: true,
    });
  });

  it("is refused beyond the manifest's scopes before Jira hears of it", async () => {
    const before = site.jira.requests.length;
    expect(await ask("/rest/api/3/user/search?query=a")).toBe(401);
    expect(site.jira.requests).toHaveLength(before);
  });
});

describe("pages", () => {
  it("show markup in a summary as text", async () => {
    const markup = await text("/browse/ALP-1", as("mira"));
    expect(markup).toContain("Checkout &lt;b&gt;works&lt;/b&gt;");
    expect(markup).not.toContain("<b>works</b>");
  });

  it("show Jira's own message to a person without permission", async () => {
    expect(await text("/browse/ALP-1", as("bo"))).toContain(
      "Issue does not exist or you do not have permission to see it.",
    );
    expect(await text("/projects/ALP", as("bo"))).toContain("No project could be found with key");
  });

  it("show Jira's message at the JQL field when a query is refused", async () => {
    const markup = await text("/issues/?jql=nonsense%20%3D%201", as("mira"));
    expect(markup).toContain('aria-describedby="jql-error"');
    expect(markup).toContain("does not exist or you do not have permission to view it.");
  });

  it("open the settings for administrators only", async () => {
    const path = "/jira/settings/apps/fixture-app/env-1";
    expect((await fetch(site.url + path, as("mira"))).status).toBe(403);
    expect(await text(path, as("ada"))).toContain("fixture-admin");
  });

  it("serve every sub-route of the global page with the same module", async () => {
    expect(await text("/jira/apps/fixture-app/env-1/goals/7")).toContain("fixture-global");
  });

  it("move an issue as the person who asks", async () => {
    const moved = await post(
      "/__site/issues/ALP-2/transition",
      { id: "31" },
      { cookie: "site_user=mira" },
    );
    expect(await moved.json()).toEqual({ ok: true });
    expect(site.jira.requests.at(-1)).toMatchObject({
      method: "POST",
      as: { kind: "user", accountId: "mira" },
    });
    const refused = await post(
      "/__site/issues/ALP-2/transition",
      { id: "31" },
      { cookie: "site_user=bo" },
    );
    expect(await refused.json()).toMatchObject({ ok: false });
  });

  it("remember the person chosen in the user switch and go back to the page", async () => {
    const answer = await fetch(`${site.url}/__site/user`, {
      method: "POST",
      redirect: "manual",
      headers: { referer: `${site.url}/projects` },
      body: new URLSearchParams({ account: "ada" }),
    });
    expect(answer.headers.get("location")).toBe(`${site.url}/projects`);
    expect(answer.headers.get("set-cookie")).toContain("site_user=ada");
    expect(answer.headers.get("set-cookie")).toContain("HttpOnly");
  });
});

describe("control", () => {
  it("advances the clock by what is asked", async () => {
    const answer = await post("/__control/advance", { milliseconds: 86_400_000 });
    expect(await answer.json()).toMatchObject({ iso: "2026-03-17T09:00:00.000Z" });
  });

  it("gives the calls after a known one", async () => {
    const before: unknown = await (await fetch(`${site.url}/__control/calls`)).json();
    const next = String(calls.parse(before).next);
    await post("/__bridge/invoke", { ...surface, functionKey: "who" });
    const after: unknown = await (await fetch(`${site.url}/__control/calls?since=${next}`)).json();
    expect(after).toMatchObject({ calls: [{ service: "bridge", path: "who", status: 200 }] });
  });
});
