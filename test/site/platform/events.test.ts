import { z } from "zod/mini";
import { siteStart, startFixtureSite, type FixtureSite } from "./fixture/fixture-site";
import { describeEachWay } from "../each-way";

jest.setTimeout(60_000);

const bodies = z.object({ rows: z.array(z.object({ body: z.string() })) });
const hour = 60 * 60_000;
let site: FixtureSite;
describeEachWay("product events and schedules", (way) => {
  beforeEach(async () => {
    site = await startFixtureSite({ ...way, schedules: true });
  });
  afterEach(() => site.stop());

  async function noted(kind: string): Promise<readonly unknown[]> {
    const sql = "SELECT at_ms, body FROM noted WHERE kind = ? ORDER BY id";
    const result = await site.call("query", { sql, parameters: [kind] });
    if (!result.ok) return [];
    return bodies.parse(result.value).rows.map((row): unknown => JSON.parse(row.body));
  }

  test("a trigger gets the events it asks for and no others", async () => {
    const issue = { id: "10001", key: "ONE-1" };
    for (const eventType of ["avi:jira:updated:issue", "avi:jira:deleted:issue"]) {
      await site.platform.deliver({ eventType, body: { issue }, selfGenerated: false });
    }
    expect(await noted("event")).toEqual([
      { eventType: "avi:jira:updated:issue", issue, selfGenerated: false },
    ]);
  });

  test("a trigger with ignoreSelf does not hear of the app's own changes, one without does", async () => {
    for (const eventType of ["avi:jira:updated:issue", "avi:jira:created:issue"]) {
      await site.platform.deliver({ eventType, body: {}, selfGenerated: true });
    }
    expect(await noted("event")).toEqual([
      { eventType: "avi:jira:created:issue", selfGenerated: true },
    ]);
  });

  test("installing tells the app so, and its schedules start five minutes later", async () => {
    await site.platform.install();
    expect(await noted("event")).toMatchObject([{ eventType: "avi:forge:installed:app" }]);
    await site.clock.advance(5 * 60_000 - 1);
    expect(await noted("schedule")).toHaveLength(0);
    await site.clock.advance(1);
    await site.clock.advance(2 * hour);
    const runs = await noted("schedule");
    expect(runs).toHaveLength(3);
    expect(runs[0]).toMatchObject({
      request: { context: { cloudId: "cloud-1", moduleKey: "every-hour" } },
      context: { installContext: "ari:cloud:jira::site/cloud-1" },
    });
    const second = z.object({ now: z.number() }).parse(runs[1]);
    expect(second.now - siteStart).toBeGreaterThanOrEqual(hour + 5 * 60_000);
  });

  test("a schedule can be run by hand, without a user", async () => {
    expect(await site.platform.runSchedule("every-hour")).toMatchObject({ ok: true });
    const call = site.platform.calls.all().find(({ service }) => service === "invoke");
    expect(call).toMatchObject({ as: "app", method: "schedule", path: "every-hour", status: 200 });
  });

  test("the migrations of @forge/sql run once and are remembered", async () => {
    expect(await site.call("migrate")).toMatchObject({ value: { ran: ["v1_noted"] } });
    expect(await site.call("migrate")).toMatchObject({ value: { ran: [] } });
  });
});
