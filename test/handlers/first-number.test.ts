import { createSite, type Site } from "../site/site";
import { aDraft, ask, newKey, take } from "./app-calls";
import { ana, lee, tenIssueData } from "./ten-issue-data";
import { describeEachWay } from "../site/each-way";

jest.setTimeout(120_000);

let site: Site;
let goalId: string;
describeEachWay("the first number", (way) => {
  beforeAll(async () => {
    site = await createSite({ data: tenIssueData(), ...way, schedules: false });
    const goal = aDraft({ owner: lee });
    ({ goalId } = await take(site, lee, "createGoal", { key: newKey(), goal }));
    await take(site, lee, "linkIssue", {
      key: newKey(),
      goalId,
      issueKey: "abc-1",
      descendants: true,
    });
    await site.settle();
  });
  afterAll(() => site.stop());

  const percent = (share: number) => Math.round(share * 1000) / 10;

  async function number(rule: "count" | "points" | "time" = "points") {
    const { line, version } = await take(site, lee, "getGoal", { goalId });
    if (line.rule !== rule) {
      const goal = aDraft({ owner: lee, rule });
      await take(site, lee, "editGoal", { key: newKey(), goalId, version, goal });
      await site.settle();
    }
    const { progress } = await take(site, lee, "goalProgress", { goalId });
    if (progress.number.kind === "none") return progress.number.why;
    const { headline, low, high } = progress.number;
    return [percent(headline), percent(low), percent(high)];
  }

  test("the ten-issue epic is 29.4 %, between 15.9 and 31.3, by points", async () => {
    expect(await number()).toEqual([29.4, 15.9, 31.3]);
  });

  test("the gadget hears how far the rules lie apart: from 19.7 % to 75 %", async () => {
    const { spread } = await take(site, lee, "goalProgress", { goalId });
    expect(spread?.dependsOnRule).toBe(true);
    expect([percent(spread?.lowest ?? 0), percent(spread?.highest ?? 0)]).toEqual([19.7, 75]);
  });

  test("its items add up to the headline exactly, each with class, size and reason", async () => {
    const { items, next, progress } = await take(site, lee, "goalItems", { goalId, limit: 100 });
    expect(next).toBeNull();
    expect(
      items.map(({ key, class: itemClass, size, unsized }) => [key, itemClass, size, unsized]),
    ).toEqual([
      ["ABC-11", "confirmed", 3, false],
      ["ABC-12", "confirmed", 2, false],
      ["ABC-13", "dropped", 5, false],
      ["ABC-14", "dropped", 3, true],
      ["ABC-15", "active", 8, false],
      ["ABC-16", "confirmed", 1, false],
      ["ABC-17", "todo", 3, true],
      ["ABC-18", "todo", 13, false],
      ["ABC-19", "confirmed", 1, false],
      ["ABC-20", "claimed", 3, false],
    ]);
    const sum = items.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
    const headline = progress.number.kind === "value" ? progress.number.headline : Number.NaN;
    expect(Math.abs(sum - headline)).toBeLessThan(1e-9);
    expect(items.find(({ key }) => key === "ABC-20")?.reason).toBe("done-open-sub-task");
  });

  test("by count it is 62.5 %, and at least 50", async () => {
    expect(await number("count")).toEqual([62.5, 50, 62.5]);
  });

  test("by time there is no number, because nothing was estimated", async () => {
    expect(await number("time")).toBe("too-few-sized");
  });

  test("a transition in Jira changes the number", async () => {
    await number("points");
    const issue = site.jira.store.byKey("ABC-18");
    const doneStatus = [...site.jira.store.catalog.statuses.values()].find(
      ({ name }) => name === "Done",
    );
    site.jira.transition(issue?.id ?? "", doneStatus?.id ?? "", lee);
    await site.settle();
    expect(await number()).toEqual([67.6, 15.9, 71.9]);
    expect(site.jira.faults).toEqual([]);
  });

  test("a gadget costs one call, at most two statements and one question about permissions", async () => {
    const begin = site.calls.all().length;
    await ask(site, ana, "goalProgress", { goalId });
    const made = site.calls.since(begin);
    expect(made.filter(({ service }) => service === "sql").length).toBeLessThanOrEqual(2);
    expect(made.filter(({ service }) => service === "jira").map(({ path }) => path)).toEqual([
      "/rest/api/3/permissions/check",
    ]);
    const again = site.calls.all().length;
    await ask(site, ana, "goalProgress", { goalId });
    expect(site.calls.since(again).filter(({ service }) => service === "sql")).toHaveLength(1);
    expect(site.calls.since(again).filter(({ service }) => service === "jira")).toHaveLength(0);
  });
});
