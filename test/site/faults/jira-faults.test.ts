import { z } from "zod/mini";
import { startFixtureSite, type FixtureSite } from "../platform/fixture/fixture-site";
import { createFaults } from "./faults";
import type { FaultOn, FaultRule } from "./rule";
import { describeEachWay } from "../each-way";

jest.setTimeout(60_000);

const faults = createFaults();
let site: FixtureSite;
describeEachWay("faults of Jira", (way) => {
  beforeAll(async () => {
    site = await startFixtureSite({ ...way, faults });
  });
  afterAll(() => site.stop());
  afterEach(() => {
    faults.clear();
  });

  const answersShape = z.object({ answers: z.array(z.record(z.string(), z.unknown())) });

  async function ask(payload: Readonly<Record<string, unknown>> = {}) {
    const result = await site.call("ask", payload);
    return answersShape.parse(result.ok ? result.value : result).answers;
  }
  const declare = (fault: FaultOn<"jira">, rule: Partial<FaultRule> = {}) => {
    faults.set([{ ...rule, on: "jira", fault }]);
  };
  const logged = () =>
    site.platform.calls
      .all()
      .filter(({ service }) => service === "jira")
      .map(({ status, fault }) => [status, fault]);
  const lastLogged = () => logged().at(-1);

  test.each([
    ["quota", "jira-quota-global-based", "3600"],
    ["tenant-quota", "jira-quota-tenant-based", "3600"],
    ["burst", "jira-burst-based", "1"],
  ] as const)(
    "a rate limit by %s comes with its own headers",
    async (reason, header, retryAfter) => {
      declare({ kind: "rate-limit", reason }, { count: 1 });
      expect(await ask()).toEqual([
        expect.objectContaining({ status: 429, reason: header, retryAfter, remaining: "0" }),
      ]);
      expect(lastLogged()).toEqual([429, `rate-limit ${reason}`]);
    },
  );

  test("who comes back before Retry-After has passed is refused again, and that is recorded", async () => {
    declare({ kind: "rate-limit", reason: "burst", retryAfterSeconds: 1 }, { count: 1 });
    const early = await ask({ times: 2, pauseMilliseconds: 200 });
    expect(early.map(({ status, retryAfter }) => [status, retryAfter])).toEqual([
      [429, "1"],
      [429, "1"],
    ]);
    expect(lastLogged()).toEqual([429, "rate-limit burst, early"]);
    await site.clock.advance(1000);
    expect(await ask()).toMatchObject([{ status: 200 }]);
  });

  test("who waits as told is answered, also where the site's clock stands still", async () => {
    declare({ kind: "rate-limit", reason: "burst", retryAfterSeconds: 1 }, { count: 1 });
    const statuses = (await ask({ times: 2, pauseMilliseconds: 1100 })).map(({ status }) => status);
    expect(statuses).toEqual([429, 200]);
  });

  test("a burst holds its endpoint, writes hold their issue, points hold everything", async () => {
    const read = { path: "/rest/api/3/issue/ABC-1" };
    const write = (key: string) => ({ path: `/rest/api/3/issue/${key}`, method: "PUT" });
    const statusOf = async (payload: object) => (await ask({ ...payload }))[0]?.["status"];

    declare({ kind: "rate-limit", reason: "burst" }, { count: 1 });
    await ask();
    expect([await statusOf({}), await statusOf(read)]).toEqual([429, 200]);

    declare({ kind: "rate-limit", reason: "per-issue" }, { count: 1, path: "PUT *" });
    expect(await statusOf(write("ABC-1"))).toBe(429);
    expect(await statusOf(write("ABC-1"))).toBe(429);
    expect([await statusOf(write("ABC-2")), await statusOf(read)]).toEqual([200, 200]);

    declare({ kind: "rate-limit", reason: "quota" }, { count: 1 });
    await ask();
    expect([await statusOf(read), await statusOf(write("ABC-2"))]).toEqual([429, 429]);
  });

  test("a bare 429 names neither time nor reason, and holds nothing", async () => {
    declare({ kind: "rate-limit", reason: "burst", form: "bare" }, { count: 1 });
    expect(await ask({ times: 2 })).toMatchObject([
      { status: 429, retryAfter: null, reason: null, remaining: null },
      { status: 200 },
    ]);
  });

  test("a 429 of a gateway is a page", async () => {
    declare({ kind: "rate-limit", reason: "burst", form: "html" });
    const [answer] = await ask();
    expect(answer).toMatchObject({ status: 429, retryAfter: null });
    expect(answer?.["body"]).toContain("<!doctype html>");
  });

  test("503 may say when to come back", async () => {
    declare({ kind: "status", status: 503, retryAfterSeconds: 5 });
    expect(await ask()).toMatchObject([{ status: 503, retryAfter: "5" }]);
    expect(lastLogged()).toEqual([503, "status 503 retryAfterSeconds 5"]);
  });

  test("a truncated body is no JSON, a page for people neither", async () => {
    declare({ kind: "truncated" });
    const [cut] = await ask();
    expect(cut?.["status"]).toBe(200);
    expect(cut?.["body"]).toBe('{"kind":"user","');
    declare({ kind: "html" });
    expect((await ask())[0]?.["body"]).toContain("<html");
  });

  test("a broken connection is an error of the request, before or after it took effect", async () => {
    const heard = () => site.heard.length;
    declare({ kind: "reset" });
    const before = heard();
    expect(await ask()).toEqual([{ error: "TypeError" }]);
    expect(heard()).toBe(before);
    declare({ kind: "reset", after: true });
    expect(await ask()).toEqual([{ error: "TypeError" }]);
    expect(heard()).toBe(before + 1);
    expect(lastLogged()).toEqual([0, "reset after true"]);
  });

  test("a refusal of the platform becomes the error of @forge/api", async () => {
    declare({ kind: "proxy-error", code: "UPSTREAM_TIMEOUT", status: 504 });
    expect(await ask()).toEqual([{ error: "PROXY_ERR" }]);
  });

  test("latency is felt, and goes together with another fault", async () => {
    faults.set([
      { on: "jira", fault: { kind: "latency", milliseconds: 300 } },
      { on: "jira", fault: { kind: "status", status: 500 }, nth: 2 },
    ]);
    const before = performance.now();
    expect(await ask({ times: 2 })).toMatchObject([{ status: 200 }, { status: 500 }]);
    expect(performance.now() - before).toBeGreaterThanOrEqual(600);
    expect(lastLogged()).toEqual([500, "latency milliseconds 300, status 500"]);
  });
});
