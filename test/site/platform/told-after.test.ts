import { fixtureBundle, startFixtureSite, type FixtureSite } from "./fixture/fixture-site";
import { createSandbox, type Sandbox } from "./sandbox";
import { toldAfter } from "./told-after";

jest.setTimeout(60_000);

let sandbox: Sandbox;
let site: FixtureSite;
let otherTenant: FixtureSite;
beforeAll(async () => {
  const bundle = await fixtureBundle();
  sandbox = createSandbox({ bundle, mode: "warm", prewarmed: 1, handler: "index.resolver" });
  site = await startFixtureSite({ sandbox, cloudId: "cloud-1" });
  otherTenant = await startFixtureSite({ sandbox, cloudId: "cloud-2" });
});
afterAll(async () => {
  await Promise.all([site.stop(), otherTenant.stop()]);
  await sandbox.stop();
});

const asked = (by: FixtureSite, accountId: string, functionKey: string) => () =>
  by.call(functionKey, {}, accountId);

test("a cache of the module that gives one person's answer to the next is found", async () => {
  const { alone, after } = await toldAfter(
    sandbox,
    asked(site, "ann", "whoAmIRemembered"),
    asked(site, "bob", "whoAmIRemembered"),
  );
  expect(alone).toMatchObject({ value: { accountId: "bob" } });
  expect(after).toMatchObject({ value: { accountId: "ann" } });
  expect(after).not.toEqual(alone);
});

test("a cache of the module that gives one tenant's answer to the next is found", async () => {
  const { alone, after } = await toldAfter(
    sandbox,
    asked(otherTenant, "ann", "whoAmIRemembered"),
    asked(site, "ann", "whoAmIRemembered"),
  );
  expect(alone).toMatchObject({ value: { site: "ari:cloud:jira::site/cloud-1" } });
  expect(after).toMatchObject({ value: { site: "ari:cloud:jira::site/cloud-2" } });
});

test("a function that remembers nothing tells each what it would tell them alone", async () => {
  for (const before of [asked(site, "ann", "whoAmI"), asked(otherTenant, "bob", "whoAmI")]) {
    const { alone, after } = await toldAfter(sandbox, before, asked(site, "bob", "whoAmI"));
    expect(after).toEqual(alone);
  }
});
