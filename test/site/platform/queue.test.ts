import { z } from "zod/mini";
import { startFixtureSite, type FixtureSite } from "./fixture/fixture-site";
import { describeEachWay } from "../each-way";

jest.setTimeout(60_000);

const minute = 60_000;
let site: FixtureSite;
describeEachWay("the queue", (way) => {
  beforeAll(async () => {
    site = await startFixtureSite(way);
    await site.call("migrate");
  });
  beforeEach(() => site.call("query", { sql: "DELETE FROM noted" }));
  afterAll(() => site.stop());

  const noted = z.object({ rows: z.array(z.object({ kind: z.string(), body: z.string() })) });
  const note = z.object({
    name: z.string(),
    retries: z.optional(z.number()),
    reason: z.optional(z.string()),
  });

  /** What the consumer wrote down, in the order of writing: `start first 0`, `end first`. */
  async function notes(): Promise<readonly string[]> {
    const result = await site.call("query", {
      sql: "SELECT at_ms, kind, body FROM noted ORDER BY id",
    });
    if (!result.ok) return [];
    return noted.parse(result.value).rows.map(({ kind, body }) => {
      const { name, retries, reason } = note.parse(JSON.parse(body));
      return [kind, name, retries, reason].filter((part) => part !== undefined).join(" ");
    });
  }

  async function push(...events: readonly unknown[]): Promise<string> {
    const result = await site.call("push", { events });
    return z.object({ jobId: z.string() }).parse(result.ok ? result.value : undefined).jobId;
  }

  const stats = async (jobId: string) => {
    const result = await site.call("stats", { jobId });
    return result.ok ? result.value : result.errorMessage;
  };

  test("an event without delay is delivered before the platform is settled", async () => {
    const jobId = await push({ body: { name: "first" } });
    await site.platform.settled();
    expect(await notes()).toEqual(["start first 0", "end first"]);
    expect(await stats(jobId)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  test("a delayed event waits for the site's clock", async () => {
    await push({ body: { name: "later" }, delayInSeconds: 60 });
    await site.platform.settled();
    expect(await notes()).toEqual([]);
    await site.clock.advance(minute - 1);
    expect(await notes()).toEqual([]);
    await site.clock.advance(1);
    expect(await notes()).toEqual(["start later 0", "end later"]);
  });

  test("a returned InvocationError brings the event back after its time", async () => {
    await push({ body: { name: "again", end: "retry" } });
    await site.platform.settled();
    expect(await notes()).toEqual(["start again 0"]);
    await site.clock.advance(30_000);
    expect(await notes()).toEqual([
      "start again 0",
      "start again 1 FUNCTION_RETRY_REQUEST",
      "end again",
    ]);
  });

  test("a throw brings the event back by the platform's own waiting", async () => {
    const jobId = await push({ body: { name: "thrown", end: "throw" } });
    await site.platform.settled();
    expect(await stats(jobId)).toEqual({ success: 0, inProgress: 1, failed: 0 });
    await site.clock.advance(10_000);
    expect(await notes()).toEqual([
      "start thrown 0",
      "start thrown 1 FUNCTION_PLATFORM_UNKNOWN_ERROR",
      "end thrown",
    ]);
  });

  test("events of one concurrency key never run more at a time than its limit", async () => {
    const key = "goal-1";
    await push(
      { body: { name: "a", milliseconds: 200 }, key },
      { body: { name: "b", milliseconds: 200 }, key },
      { body: { name: "c", milliseconds: 200 }, key },
    );
    await site.platform.settled();
    const written = await notes();
    expect(written).toHaveLength(6);
    for (const at of [0, 2, 4]) {
      expect(written[at]?.replace(/ 0$/, "")).toBe(written[at + 1]?.replace("end", "start"));
    }
  });

  test("events without a key run at the same time", async () => {
    await push(
      { body: { name: "a", milliseconds: 800 } },
      { body: { name: "b", milliseconds: 800 } },
    );
    await site.platform.settled();
    const kinds = (await notes()).map((line) => line.split(" ")[0]);
    expect(kinds).toEqual(["start", "start", "end", "end"]);
  });

  test("a cancelled job delivers nothing more, and an unknown one is not found", async () => {
    const jobId = await push({ body: { name: "never" }, delayInSeconds: 60 });
    expect(await site.call("cancel", { jobId })).toMatchObject({ ok: true });
    await site.clock.advance(2 * minute);
    expect(await notes()).toEqual([]);
    expect(await stats("no-such-job")).toContain("no-such-job");
  });
});
