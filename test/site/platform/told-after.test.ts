import { describeEachWay } from "../each-way";
import { fixtureBundle, startFixtureSite, type FixtureSite } from "./fixture/fixture-site";
import { createSandbox, type Sandbox } from "./sandbox";
import { toldAfter } from "./told-after";

jest.setTimeout(60_000);

let sandbox: Sandbox;
let site: FixtureSite;
let otherTenant: FixtureSite;

const asked = (by: FixtureSite, accountId: string, functionKey: string) => () =>
  by.call(functionKey, {}, accountId);

describeEachWay("an app that remembers in its module", ({ mode, sql }) => {
  beforeAll(async () => {
    const bundle = await fixtureBundle();
    sandbox = createSandbox({ bundle, mode, prewarmed: 1, handler: "index.resolver" });
    site = await startFixtureSite({ sql, sandbox, cloudId: "cloud-1" });
    otherTenant = await startFixtureSite({ sql, sandbox, cloudId: "cloud-2" });
  });
  afterAll(async () => {
    await Promise.all([site.stop(), otherTenant.stop()]);
    await sandbox.stop();
  });

  /** What is planted shows where processes are used again, and cannot where each invocation has its own. */
  const shows = mode === "warm";

  test("one person's answer that reaches the next person is found in a warm process", async () => {
    const { alone, after } = await toldAfter(
      sandbox,
      asked(site, "ann", "whoAmIRemembered"),
      asked(site, "bob", "whoAmIRemembered"),
    );
    expect(alone).toMatchObject({ value: { accountId: "bob" } });
    expect(after).toMatchObject({ value: { accountId: shows ? "ann" : "bob" } });
  });

  test("one tenant's answer that reaches the next tenant is found in a warm process", async () => {
    const { alone, after } = await toldAfter(
      sandbox,
      asked(otherTenant, "ann", "whoAmIRemembered"),
      asked(site, "ann", "whoAmIRemembered"),
    );
    const told = (cloudId: string) => ({ value: { site: `ari:cloud:jira::site/${cloudId}` } });
    expect(alone).toMatchObject(told("cloud-1"));
    expect(after).toMatchObject(told(shows ? "cloud-2" : "cloud-1"));
  });

  test("a function that remembers nothing tells each what it would tell them alone", async () => {
    for (const before of [asked(site, "ann", "whoAmI"), asked(otherTenant, "bob", "whoAmI")]) {
      const { alone, after } = await toldAfter(sandbox, before, asked(site, "bob", "whoAmI"));
      expect(after).toEqual(alone);
    }
  });
});
