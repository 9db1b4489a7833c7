import { describeEachWay } from "../site/each-way";
import { createSite, type Site } from "../site/site";
import { aDraft, newKey, take } from "./app-calls";
import { ana, lee, tenIssueData } from "./ten-issue-data";

jest.setTimeout(120_000);

let site: Site;
let goalId: string;
describeEachWay("an issue in Jira's archive", (way) => {
  beforeAll(async () => {
    site = await createSite({ data: tenIssueData(), ...way, schedules: false });
    const goal = aDraft({ owner: lee, rule: "count" });
    ({ goalId } = await take(site, lee, "createGoal", { key: newKey(), goal }));
    const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
    await take(site, lee, "linkIssue", link);
    await site.settle();
  });
  afterAll(() => site.stop());

  async function archive(operation: "archive" | "unarchive", issueKeys: readonly string[]) {
    const answer = await site.jira.handle({
      method: "PUT",
      path: `/rest/api/3/issue/${operation}`,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ issueIdsOrKeys: issueKeys }),
      as: { kind: "user", accountId: ana },
    });
    expect(answer.status).toBe(200);
    await site.settle();
  }

  /** Jira tells no app of it, so the nightly audit has to find it. */
  async function afterANight(...asked: Parameters<typeof archive>) {
    await archive(...asked);
    await site.advance(24 * 3600 * 1000);
    await site.platform.runSchedule("every-day");
    await site.settle();
  }

  async function headline() {
    const { progress } = await take(site, lee, "goalProgress", { goalId });
    return progress.number.kind === "value" ? progress.number.headline : progress.number.why;
  }

  const keys = async () => {
    const { items } = await take(site, lee, "goalItems", { goalId, limit: 100 });
    return items.map(({ key }) => key);
  };

  test("leaves the goals with its sub-tasks, and comes back when it is restored", async () => {
    const all = await keys();
    expect(await headline()).toBeCloseTo(5 / 8, 12);

    await afterANight("archive", ["ABC-15", "ABC-16"]);
    expect(await headline()).toBeCloseTo(4 / 6, 12);
    expect(await keys()).toEqual(all.filter((key) => key !== "ABC-15" && key !== "ABC-16"));

    await afterANight("unarchive", ["ABC-15", "ABC-16"]);
    expect(await headline()).toBeCloseTo(5 / 8, 12);
    expect(await keys()).toEqual(all);
  });

  test("is seen at once by whoever has the goal read again", async () => {
    const readAgain = async () => {
      await site.advance(60_000);
      await take(site, lee, "recomputeGoal", { goalId });
      await site.settle();
    };
    await archive("archive", ["ABC-16"]);
    expect(await headline()).toBeCloseTo(5 / 8, 12);
    await readAgain();
    expect(await headline()).toBeCloseTo(4 / 7, 12);
    await archive("unarchive", ["ABC-16"]);
    await readAgain();
    expect(await headline()).toBeCloseTo(5 / 8, 12);
  });

  test("takes what it brought along, if it is what was linked, and brings it back", async () => {
    await afterANight("archive", ["ABC-1"]);
    expect(await headline()).toBe("no-work");
    await afterANight("unarchive", ["ABC-1"]);
    expect(await headline()).toBeCloseTo(5 / 8, 12);
    expect(site.jira.faults).toEqual([]);
  });
});
