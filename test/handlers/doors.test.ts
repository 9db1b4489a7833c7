import { createSite, type Site } from "../site/site";
import { aDraft, ask, newKey, take } from "./app-calls";
import { lee, tenIssueData } from "./ten-issue-data";
import { describeEachWay } from "../site/each-way";

jest.setTimeout(120_000);

let site: Site;
describeEachWay("the doors of the app", (way) => {
  beforeAll(async () => {
    site = await createSite({ data: tenIssueData(), ...way, schedules: false });
  });
  afterAll(() => site.stop());

  describe("a request that breaks the contract", () => {
    test.each([
      ["a title of 5,000 characters", { title: "x".repeat(5000) }, "title"],
      ["an empty title", { title: "   " }, "title"],
      ["a rule that does not exist", { rule: "velocity" }, "rule"],
      ["a day in another notation", { targetDay: "31.12.2026" }, "targetDay"],
    ])("is refused with the name of the field: %s", async (_, override, field) => {
      const goal = { ...aDraft(), ...override };
      const result = await site.call(lee, "createGoal", { key: newKey(), goal });
      expect(result).toMatchObject({
        ok: true,
        value: { ok: false, problem: { kind: "invalid-request", field } },
      });
    });
  });

  test("markup in a title is kept as it is", async () => {
    const title = '<img src=x onerror="alert(1)"> & "quotes"';
    const goal = aDraft({ title, owner: lee });
    const { goalId } = await take(site, lee, "createGoal", { key: newKey(), goal });
    expect((await take(site, lee, "getGoal", { goalId })).line.title).toBe(title);
  });

  test("a call that the app does not know fails loudly", async () => {
    expect(await site.call(lee, "dropAllGoals", {})).toMatchObject({ ok: false });
  });

  test("a broken platform is answered as unavailable, and the log names the call", async () => {
    const impossible = { goalId: "9999999999999999" };
    const result = await site.call(lee, "goalProgress", impossible);
    expect(result).toMatchObject({
      ok: true,
      value: { ok: false, problem: { kind: "unavailable" } },
    });
    expect(result.logs.join("\n")).toContain("goalProgress");
  });

  test("somebody whom the platform does not name may do nothing", async () => {
    const answer = await ask(site, "", "listGoals", { includeArchived: false });
    expect(answer).toEqual({ ok: false, problem: { kind: "not-allowed" } });
  });

  test("schedules catch up and refresh without anybody asking", async () => {
    const goal = aDraft({ owner: lee });
    const { goalId } = await take(site, lee, "createGoal", { key: newKey(), goal });
    const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
    await take(site, lee, "linkIssue", link);
    await site.settle();
    await site.advance(8 * 24 * 3600 * 1000);
    for (const schedule of ["every-five-minutes", "every-hour", "every-day"]) {
      expect(await site.platform.runSchedule(schedule)).toMatchObject({ ok: true });
    }
    await site.settle();
    const { progress } = await take(site, lee, "goalProgress", { goalId });
    expect(progress.number).toMatchObject({ kind: "value" });
    expect(site.jira.faults).toEqual([]);
  });
});
