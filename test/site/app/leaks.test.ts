import { aDraft, ask, newKey, take } from "../../handlers/app-calls";
import { ana, lee, mel, tenIssueData } from "../../handlers/ten-issue-data";
import { buildApp } from "../platform/bundle";
import type { SqlEngineName } from "../platform/sql/open-sql";
import { createSandbox, type Sandbox } from "../platform/sandbox";
import { toldAfter } from "../platform/told-after";
import { createSite, type Site } from "../site";
import { masked } from "./masked";
import { describeEachWay } from "../each-way";

jest.setTimeout(180_000);

type Tenant = { readonly site: Site; readonly goalId: string };
let sandbox: Sandbox;
let here: Tenant;
let elsewhere: Tenant;

/** A site with one goal over the epic, whose processes the other tenant uses too. */
async function tenant(sql: SqlEngineName, cloudId: string, company: string): Promise<Tenant> {
  const data = tenIssueData((line) => ({ ...line, summary: `${company}: ${line.summary}` }));
  const site = await createSite({ data, schedules: false, sql, sandbox, cloudId });
  const goal = aDraft({ owner: lee, title: `Goal of ${company}` });
  const { goalId } = await take(site, lee, "createGoal", { key: newKey(), goal });
  const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
  await take(site, lee, "linkIssue", link);
  const hidden = { key: newKey(), goalId, jql: "project = XYZ", descendants: false };
  await take(site, ana, "linkRule", hidden);
  await site.settle();
  return { site, goalId };
}

describeEachWay("tenants and people who share processes", (way) => {
  beforeAll(async () => {
    const bundle = await buildApp();
    sandbox = createSandbox({ bundle, mode: way.mode, prewarmed: 1, handler: "index.resolver" });
    here = await tenant(way.sql, "3a1f6f3e-7c52-4d4b-9a0e-000000000001", "Here");
    elsewhere = await tenant(way.sql, "3a1f6f3e-7c52-4d4b-9a0e-000000000002", "Elsewhere");
  });
  afterAll(async () => {
    await Promise.all([here.site.stop(), elsewhere.site.stop()]);
    await sandbox.stop();
  });

  /** Everything that a person can read of a goal, in one sitting. */
  async function reads({ site, goalId }: Tenant, person: string): Promise<readonly string[]> {
    const issueId = site.jira.store.byKey("ABC-11")?.id ?? "";
    return masked([
      await ask(site, person, "listGoals", { includeArchived: true }),
      await ask(site, person, "getGoal", { goalId }),
      await ask(site, person, "goalProgress", { goalId }),
      await ask(site, person, "goalItems", { goalId, limit: 50 }),
      await ask(site, person, "issueGoals", { issueId }),
      await ask(site, person, "searchGoals", { query: "Goal", limit: 10 }),
      await ask(site, person, "searchPeople", { query: "e" }),
      await ask(site, person, "previewRule", { jql: "project = ABC" }),
    ]);
  }

  test("a process that has told one person everything tells the next what they would be told alone", async () => {
    for (const [before, person] of [
      [ana, mel],
      [mel, ana],
      [lee, mel],
    ] as const) {
      const { alone, after } = await toldAfter(
        sandbox,
        () => reads(here, before),
        () => reads(here, person),
      );
      expect(after).toEqual(alone);
    }
  });

  test("two people are told different things, so that a mix-up would show", async () => {
    expect(await reads(here, ana)).not.toEqual(await reads(here, mel));
  });

  test("a process that has served one tenant tells the next nothing of it", async () => {
    const { alone, after } = await toldAfter(
      sandbox,
      () => reads(elsewhere, lee),
      () => reads(here, lee),
    );
    expect(after).toEqual(alone);
    expect(after.join("\n")).toContain("Goal of Here");
    expect(after.join("\n")).not.toContain("Elsewhere");
  });
});
