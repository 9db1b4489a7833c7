import { measureSite } from "./measure-site";
import { workNames } from "./work-names";

it("measures every work of a small site within the platform's limits, and its numbers are right", async () => {
  const site = await measureSite({ issues: 300, goals: 25 }, "sqlite");
  expect(site.works.map(({ work }) => work)).toEqual(Object.values(workNames));
  expect(site.firstReading).toMatchObject({ jobs: 1, hours: 0 });
  expect(site.works.flatMap(({ textsOnDisk }) => textsOnDisk)).toEqual([]);
  expect(site.works.flatMap(({ broken }) => broken ?? [])).toEqual([]);
  expect(site.wrongNumbers).toBe(0);
  expect(site.stormMinutes).toBeLessThan(10);
  expect(site.store.rows["issue_fact"]).toBe(300);
  const names = site.works.map(({ slowest }) => slowest.name);
  for (const name of names) expect(name).toMatch(/^\w+\.[\w.]+$/);
}, 240_000);
