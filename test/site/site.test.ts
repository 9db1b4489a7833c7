import { buildApp } from "./platform/bundle";
import { createSite, type Site } from "./site";

jest.setTimeout(120_000);

const july = Date.UTC(2026, 6 /* Jul */, 1);
const day = 24 * 60 * 60 * 1000;
let site: Site;

async function start(options: Parameters<typeof createSite>[0] = {}) {
  site = await createSite({
    bundle: await buildApp({
      entry: "test/site/platform/fixture/app.ts",
      directory: "dist/fixture-app",
    }),
    manifest: "test/site/platform/fixture/manifest.yml",
    mode: "warm",
    schedules: false,
    seeds: false,
    ...options,
  });
}
afterEach(() => site.stop());

test("the app asks Jira as the person who called it", async () => {
  await start();
  const [person] = site.users;
  const result = await site.call(person?.accountId ?? "", "myself", {}, "page");
  expect(JSON.stringify(result)).toContain(person?.displayName);
});

test("recorded history happens while the clock advances, and the app hears of it", async () => {
  await start({ now: july });
  const heard = () => site.calls.all().filter(({ method }) => method === "event").length;
  expect(heard()).toBe(0);
  await site.advance(2 * day);
  expect(heard()).toBeGreaterThan(0);
  expect(site.clock.now()).toBe(july + 2 * day);
  expect(site.jira.faults).toEqual([]);
});

test("an edit in Jira reaches the app at once on a clock that stands still", async () => {
  await start();
  const [issue] = site.jira.store.all();
  site.jira.editFields(issue?.id ?? "", { summary: "Renamed" }, site.users[0]?.accountId ?? "");
  await site.settle();
  expect(site.calls.all()).toContainEqual(
    expect.objectContaining({ method: "event", path: "avi:jira:updated:issue", status: 200 }),
  );
});

test("the served site has a page, and stops", async () => {
  await start();
  const served = await site.serve({ user: site.users[1]?.displayName ?? "" });
  const page = await fetch(served.url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("Local site on SQLite");
  await served.stop();
  await expect(fetch(served.url)).rejects.toThrow();
});

test("a user whom the site does not have is named in the refusal", async () => {
  await start();
  await expect(site.serve({ user: "Nobody" })).rejects.toThrow("The site has no user Nobody");
});
