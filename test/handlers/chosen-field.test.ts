import { createSite, type Site } from "../site/site";
import { aDraft, newKey, take } from "./app-calls";
import { ana, tenIssueData } from "./ten-issue-data";

jest.setTimeout(120_000);

let site: Site;
beforeAll(async () => {
  site = await createSite({ data: tenIssueData(), mode: "warm", schedules: false });
});
afterAll(() => site.stop());

test("points come from the field that an administrator chose, and from the found one again", async () => {
  const goal = aDraft({ owner: ana });
  const { goalId } = await take(site, ana, "createGoal", { key: newKey(), goal });
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  await take(site, ana, "linkIssue", link);
  await site.settle();
  const number = async () => (await take(site, ana, "goalProgress", { goalId })).progress.number;
  const choose = async (estimateFieldIds: string[] | null) => {
    await site.advance(60_000);
    const { settings, version } = await take(site, ana, "getSettings", {});
    const request = { key: newKey(), version, settings: { ...settings, estimateFieldIds } };
    await take(site, ana, "saveSettings", request);
    await site.settle();
  };
  expect(await number()).toMatchObject({ headline: 10 / 34 });
  await choose(["customfield_99999"]);
  expect(await number()).toEqual({ kind: "none", why: "too-few-sized" });
  await choose(null);
  expect(await number()).toMatchObject({ headline: 10 / 34 });
});
