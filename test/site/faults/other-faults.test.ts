import { z } from "zod/mini";
import { startFixtureSite, type FixtureSite } from "../platform/fixture/fixture-site";
import { createFaults } from "./faults";
import type { FaultRule } from "./rule";
import { describeEachWay } from "../each-way";

jest.setTimeout(60_000);

const minute = 60_000;
const faults = createFaults();
let site: FixtureSite;
describeEachWay("faults", (way) => {
  let begin: number;
  beforeAll(async () => {
    site = await startFixtureSite({ ...way, schedules: true, faults });
    await site.call("migrate");
  });
  beforeEach(async () => {
    await site.call("query", { sql: "DELETE FROM noted" });
    begin = site.platform.calls.all().length;
  });
  afterEach(() => {
    faults.clear();
  });
  afterAll(() => site.stop());

  const declare = (...rules: readonly FaultRule[]) => {
    faults.set(rules);
  };
  const notes = z.object({ rows: z.array(z.object({ kind: z.string(), body: z.string() })) });

  /** What the app's functions wrote down, by kind. */
  async function noted(kind: string): Promise<readonly unknown[]> {
    const result = await site.call("query", { sql: "SELECT kind, body FROM noted ORDER BY id" });
    if (!result.ok) throw new Error(result.errorMessage);
    return notes
      .parse(result.value)
      .rows.filter((row) => row.kind === kind)
      .map(({ body }): unknown => JSON.parse(body));
  }
  const logged = (fault: string) =>
    site.platform.calls.since(begin).filter((call) => call.fault?.includes(fault) === true);
  const insert = { sql: "INSERT INTO noted (at_ms, kind, body) VALUES (1, 'mine', '{}')" };

  test.each([
    ["a time-out", { kind: "time-out" }, "QUERY_TIMED_OUT", 0],
    ["a time-out of what goes on", { kind: "time-out", after: true }, "QUERY_TIMED_OUT", 1],
    ["a rate limit", { kind: "rate-limit" }, "RATE_LIMIT_EXCEEDED", 0],
    [
      "a deadlock",
      { kind: "error", errno: 1213, code: "ER_LOCK_DEADLOCK" },
      "SQL_EXECUTION_ERROR",
      0,
    ],
  ] as const)("%s is an error of @forge/sql", async (_what, fault, code, written) => {
    declare({ on: "sql", path: "INSERT INTO noted*", count: 1, fault });
    expect(await site.call("tryQuery", insert)).toMatchObject({ ok: true, value: { code } });
    expect(await noted("mine")).toHaveLength(written);
    expect(logged(fault.kind)).toHaveLength(1);
  });

  test("a push may be taken in part, and the app learns which events were lost", async () => {
    declare({ on: "queue", path: "work", fault: { kind: "partial", lost: 1 } });
    const events = [{ body: { name: "lost" } }, { body: { name: "kept" } }];
    expect(await site.call("push", { events })).toMatchObject({
      ok: false,
      errorMessage: "Failed to process 1 event(s).",
    });
    await site.platform.settled();
    expect(await noted("end")).toEqual([{ name: "kept" }]);
  });

  test.each([
    ["too-large", "the payload exceeds 200 kb"],
    ["rate-limit", "too many requests"],
    ["cyclic", "limit"],
  ] as const)("a push may be refused as %s", async (kind, words) => {
    declare({ on: "queue", fault: { kind } });
    const result = await site.call("push", { events: [{ body: { name: "never" } }] });
    expect(result.ok ? "" : result.errorMessage.toLowerCase()).toContain(words);
    await site.platform.settled();
    expect(await noted("start")).toEqual([]);
  });

  test("a consumer that succeeded is given its event again", async () => {
    declare({ on: "consumer", count: 1, fault: { kind: "redeliver", milliseconds: minute } });
    await site.call("push", { events: [{ body: { name: "twice" } }] });
    await site.platform.settled();
    expect(await noted("end")).toHaveLength(1);
    await site.clock.advance(minute);
    expect(await noted("end")).toEqual([{ name: "twice" }, { name: "twice" }]);
    expect(logged("redeliver")).toHaveLength(1);
  });

  const created = (n: number) => ({
    eventType: "avi:jira:created:issue",
    body: { n },
    selfGenerated: false,
  });
  const heard = async () =>
    (await noted("event")).map((event) => z.object({ n: z.number() }).parse(event).n);

  test("an event may be dropped or come twice", async () => {
    declare(
      { on: "event", nth: 1, fault: { kind: "drop" } },
      { on: "event", nth: 2, fault: { kind: "duplicate" } },
    );
    for (const n of [1, 2, 3]) await site.platform.deliver(created(n));
    expect((await heard()).toSorted()).toEqual([2, 2, 3]);
    expect(logged("drop")).toMatchObject([{ method: "event", status: 0 }]);
  });

  test("an event may be late, and a crowd of events in another order", async () => {
    declare({ on: "event", nth: 1, fault: { kind: "delay", milliseconds: minute } });
    await site.platform.deliver(created(0));
    expect(await heard()).toEqual([]);
    await site.clock.advance(minute);
    expect(await heard()).toEqual([0]);

    declare({ on: "event", fault: { kind: "shuffle", withinMilliseconds: 3 * minute } });
    const crowd = [1, 2, 3, 4, 5, 6];
    for (const n of crowd) await site.platform.deliver(created(n));
    await site.clock.advance(3 * minute);
    const order = (await heard()).slice(1);
    expect(order).not.toEqual(crowd);
    expect(order.toSorted()).toEqual(crowd);
  });

  test("a scheduled run may be left out, and another may happen twice", async () => {
    await site.platform.install();
    declare(
      { on: "schedule", path: "every-hour", nth: 1, fault: { kind: "skip" } },
      { on: "schedule", path: "every-hour", nth: 2, fault: { kind: "double" } },
    );
    await site.clock.advance(5 * minute);
    expect(await noted("schedule")).toHaveLength(0);
    expect(logged("skip")).toMatchObject([{ method: "schedule", path: "every-hour", status: 0 }]);
    await site.clock.advance(60 * minute);
    expect(await noted("schedule")).toHaveLength(2);
    expect(logged("double")).toHaveLength(1);
  });

  test("a process is killed when its n-th call has taken effect, and its queue event comes again", async () => {
    declare({ on: "process", path: "consumer", count: 1, fault: { kind: "kill", afterCall: 3 } });
    await site.call("push", { events: [{ body: { name: "cut" } }] });
    await site.platform.settled();
    expect(await noted("end")).toEqual([]);
    const begun = (await noted("start")).length;
    expect(logged("kill")).toHaveLength(1);
    await site.clock.advance(minute);
    expect(await noted("end")).toEqual([{ name: "cut" }]);
    expect(await noted("start")).toContainEqual({
      name: "cut",
      retries: 1,
      reason: "FUNCTION_PLATFORM_UNKNOWN_ERROR",
    });
    expect(begun).toBeLessThanOrEqual(1);
  });
});
