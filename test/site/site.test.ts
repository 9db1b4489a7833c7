import { describeEachWay } from "./each-way";
import { buildApp } from "./platform/bundle";
import { createSite, type Site } from "./site";

jest.setTimeout(120_000);

const july = Date.UTC(2026, 6 /* Jul */, 1);
const day = 24 * 60 * 60 * 1000;

describeEachWay("a site", (way) => {
  let site: Site;
  const started = async (now?: number) =>
    createSite({
      bundle: await buildApp({
        entry: "test/site/platform/fixture/app.ts",
        directory: "dist/fixture-app",
      }),
      manifest: "test/site/platform/fixture/manifest.yml",
      schedules: false,
      seeds: false,
      ...way,
      ...(now === undefined ? {} : { now }),
    });
  beforeAll(async () => {
    site = await started();
  });
  afterAll(() => site.stop());

  test("the app asks Jira as the person who called it", async () => {
    const [person] = site.users;
    const result = await site.call(person?.accountId ?? "", "myself", {}, "page");
    expect(JSON.stringify(result)).toContain(person?.displayName);
  });

  test("an edit in Jira reaches the app at once on a clock that stands still", async () => {
    const [issue] = site.jira.store.all();
    site.jira.editFields(issue?.id ?? "", { summary: "Renamed" }, site.users[0]?.accountId ?? "");
    await site.settle();
    expect(site.calls.all()).toContainEqual(
      expect.objectContaining({ method: "event", path: "avi:jira:updated:issue", status: 200 }),
    );
  });

  test("a user whom the site does not have is named in the refusal", async () => {
    await expect(site.serve({ user: "Nobody" })).rejects.toThrow("The site has no user Nobody");
  });

  test("recorded history happens while the clock advances, and the app hears of it", async () => {
    const past = await started(july);
    const heard = () => past.calls.all().filter(({ method }) => method === "event").length;
    expect(heard()).toBe(0);
    await past.advance(2 * day);
    expect(heard()).toBeGreaterThan(0);
    expect(past.clock.now()).toBe(july + 2 * day);
    expect(past.jira.faults).toEqual([]);
    await past.stop();
  });

  test("the served site has a page that names its engine, and stops", async () => {
    const served = await site.serve({ user: site.users[1]?.displayName ?? "" });
    const page = await fetch(served.url);
    expect(page.status).toBe(200);
    const engine = way.sql === "mariadb" ? "MariaDB" : "SQLite";
    expect(await page.text()).toContain(`Local site on ${engine}`);
    await served.stop();
    await expect(fetch(served.url)).rejects.toThrow();
  });
});
