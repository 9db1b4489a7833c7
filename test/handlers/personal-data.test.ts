import type { SiteUser } from "../site/jira/site-user";
import { createSite, type Site } from "../site/site";
import { aDraft, newKey, take } from "./app-calls";
import { ana, lee, tenIssueData } from "./ten-issue-data";
import { describeEachWay } from "../site/each-way";

jest.setTimeout(120_000);

/** The account that Atlassian's privacy guide gives for trying out what a closed account does. */
const closed = "5be24ba3f91c106033269289";
const week = 7 * 24 * 3600 * 1000;

let site: Site;
describeEachWay("personal data", (way) => {
  beforeAll(async () => {
    const data = tenIssueData();
    const leaving: SiteUser = {
      accountId: closed,
      displayName: "Lea Leaving",
      admin: false,
      projects: ["ABC"],
      securityLevels: [],
    };
    const users = [...data.users, leaving];
    site = await createSite({ data: { ...data, users }, ...way, schedules: false });
  });
  afterAll(() => site.stop());

  const reports = () =>
    site.platform.calls.all().filter(({ service }) => service === "privacy").length;

  async function ownerOf(goalId: string) {
    return (await take(site, ana, "getGoal", { goalId })).line.owner;
  }

  test("once a week the stored accounts are reported, and a closed one is forgotten", async () => {
    const goalOf = async (owner: string) =>
      (await take(site, owner, "createGoal", { key: newKey(), goal: aDraft({ owner }) })).goalId;
    const theirs = await goalOf(closed);
    const stays = await goalOf(lee);
    expect(await site.platform.runSchedule("every-day")).toMatchObject({ ok: true });
    expect(reports()).toBe(1);
    expect(await ownerOf(theirs)).toBeNull();
    expect(await ownerOf(stays)).toBe(lee);
    expect(await site.platform.runSchedule("every-day")).toMatchObject({ ok: true });
    expect(reports()).toBe(1);
    await site.advance(week);
    expect(await site.platform.runSchedule("every-day")).toMatchObject({ ok: true });
    expect(reports()).toBe(2);
    await site.settle();
  });

  test("the report is made and the night verified although Jira refuses to be read", async () => {
    const { goalId } = await take(site, lee, "createGoal", {
      key: newKey(),
      goal: aDraft({ owner: lee }),
    });
    const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
    await take(site, lee, "linkIssue", link);
    await site.settle();
    await site.advance(week);
    const before = reports();
    site.faults.set([{ on: "jira", as: "app", fault: { kind: "rate-limit", reason: "quota" } }]);
    expect(await site.platform.runSchedule("every-day")).toMatchObject({ ok: true });
    expect(reports()).toBe(before + 1);
    await site.settle();
    site.faults.clear();
    const { verification } = await take(site, ana, "getSyncHealth", {});
    expect(verification?.at.slice(0, 10)).toBe(
      new Date(site.clock.now()).toISOString().slice(0, 10),
    );
  });
});
