import { describeEachWay } from "../each-way";
import { z } from "zod/mini";
import {
  askedJira,
  myself,
  siteStart,
  startFixtureSite,
  type FixtureSite,
} from "./fixture/fixture-site";

jest.setTimeout(60_000);

let site: FixtureSite;
describeEachWay("the platform", (way) => {
  beforeAll(async () => {
    site = await startFixtureSite(way);
  });
  afterAll(() => site.stop());

  test("the resolver learns the user from the platform, whatever the page says", async () => {
    const result = await site.platform.invokeResolver({
      moduleKey: "page",
      accountId: "ann",
      functionKey: "whoAmI",
      payload: {},
      context: { accountId: "somebody-else" },
    });
    expect(result).toMatchObject({ ok: true, value: { accountId: "ann", moduleKey: "page" } });
  });

  test("two users who call the same resolver reach Jira each as themselves, and the app as itself", async () => {
    const [ann, bob, app] = await Promise.all([
      site.call("myself", {}, "ann"),
      site.call("myself", {}, "bob"),
      site.call("appMyself", {}, "bob"),
    ]);
    expect(ann).toMatchObject({ value: { body: '{"kind":"user","accountId":"ann"}' } });
    expect(bob).toMatchObject({ value: { body: '{"kind":"user","accountId":"bob"}' } });
    expect(app).toMatchObject({ value: { body: '{"kind":"app"}' } });
    const asked = site.platform.calls.all().filter((call) => call.service === "jira");
    expect(asked.map((call) => call.as).sort()).toEqual(["app", "user:ann", "user:bob"]);
  });

  test("the app's clock is the site's clock", async () => {
    const result = await site.call("now");
    const told = z
      .object({ now: z.number(), iso: z.string(), isDate: z.literal(true) })
      .parse(result.ok ? result.value : undefined);
    expect(told.iso).toMatch(/^2019-03-04T09:00:0/);
    expect(told.now - siteStart).toBeLessThan(5000);
  });

  test("a request to the outside is refused as Forge refuses it", async () => {
    const result = await site.call("fetchOutside");
    expect(result).toMatchObject({
      ok: false,
      errorType: "REQUEST_EGRESS_ALLOWLIST_ERR",
      errorMessage:
        "URL not included in the external fetch backend permissions: https://example.com/. Visit go.atlassian.com/forge-egress for more information.",
    });
    expect(site.platform.calls.all()).toContainEqual(
      expect.objectContaining({ service: "egress", path: "https://example.com/", status: 403 }),
    );
  });

  test("what is not modelled answers 501 and is recorded as such", async () => {
    expect(await site.call("storeValue")).toMatchObject({ ok: true, value: { status: 501 } });
    expect(site.platform.calls.all()).toContainEqual(
      expect.objectContaining({ service: "unmodelled", status: 501 }),
    );
  });

  test("an error of the app comes back with its name and message", async () => {
    expect(await site.call("fail")).toMatchObject({
      ok: false,
      errorType: "RangeError",
      errorMessage: "out of range",
    });
    expect(await site.call("nobody")).toMatchObject({
      ok: false,
      errorMessage: "Resolver has no definition for 'nobody'.",
    });
  });

  test("what the app writes to the console is returned with the result", async () => {
    expect(await site.call("speak")).toMatchObject({ logs: ["warn said { to: 'the log' }"] });
  });

  test("a payload over 500 KB is refused before the app runs", async () => {
    const result = await site.call("whoAmI", { text: "x".repeat(500 * 1024) });
    expect(result).toMatchObject({ ok: false, errorType: "PAYLOAD_TOO_LARGE" });
  });

  test("an operation beyond the manifest's scopes is refused before Jira hears of it", async () => {
    const narrow = await startFixtureSite({ ...way, allows: (operation) => operation !== myself });
    expect(await narrow.call("myself")).toMatchObject({
      value: { status: 401, body: '{"code":401,"message":"Unauthorized; scope does not match"}' },
    });
    expect(narrow.heard).toEqual([]);
    await narrow.stop();
  });

  test("what the app asks as a user is marked as the app's own doing", async () => {
    const marks: unknown[] = [];
    const marked = await startFixtureSite({
      ...way,
      jira: {
        ...askedJira,
        handle: (request) => {
          marks.push([request.as.kind, request.byApp]);
          return askedJira.handle(request);
        },
      },
    });
    await marked.call("myself");
    expect(marks).toEqual([["user", true]]);
    await marked.stop();
  });
});
