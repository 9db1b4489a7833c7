import axeCore from "axe-core";
import { expectOutput, inChromium, press } from "./fixture/in-chromium";

declare global {
  // What the script of axe-core defines in the page.
  var axe: typeof axeCore;
}

inChromium("the site's pages in Chromium", (here) => {
  it("adds a gadget from the catalogue in its edit mode, moves it and removes it", async () => {
    const { page, dashboard } = here();
    await dashboard();
    await page.getByRole("button", { name: "Add gadget" }).click();
    await page.getByRole("button", { name: "Add Fixture gadget (gadget)" }).click();
    const first = page.getByRole("article").first();
    await first.frameLocator("iframe").getByText("fixture-gadget edit for mira").waitFor();
    await first.getByLabel("More actions").click();
    await first.getByRole("button", { name: "Move to the right" }).click();
    const second = page.getByRole("region", { name: "Column 2" });
    await second.getByRole("article", { name: "Fixture gadget" }).waitFor();
    const added = second.getByRole("article", { name: "Fixture gadget" });
    await added.getByLabel("More actions").click();
    await added.getByRole("button", { name: "Remove" }).click();
    await page.waitForFunction(() => document.querySelectorAll("article").length === 2);
  });

  it("changes the colours of the page and of every frame at once", async () => {
    const { page, dashboard, appIn } = here();
    await dashboard();
    const frame = appIn("Fixture gadget");
    await frame.getByText("view for").waitFor();
    const color = () => frame.locator("body").evaluate((body) => getComputedStyle(body).color);
    const light = await color();
    await page.getByRole("button", { name: "Dark mode" }).click();
    await frame.locator('html[data-color-mode="dark"]').waitFor();
    expect(await color()).not.toBe(light);
    await page.reload();
    await frame.locator('html[data-color-mode="dark"]').waitFor();
  });

  it("moves an issue and tells the app's panel, without loading the panel anew", async () => {
    const { site, page } = here();
    await page.goto(`${site.url}/browse/ALP-2`);
    const panel = page.frameLocator("iframe");
    await panel.getByText("fixture-issue view for mira").waitFor();
    await press(panel, "Who");
    await expectOutput(panel, "fixture-issue");
    await page.getByLabel("Status: To Do").click();
    await page.getByRole("button", { name: "Finish" }).click();
    await page.getByLabel("Status: Done").waitFor();
    await panel.getByText('JIRA_ISSUE_CHANGED {"issueId":"10002"').waitFor();
    await expectOutput(panel, "fixture-issue");
  });

  it("lets the person choose the resolution of a move", async () => {
    const { site, page } = here();
    await page.goto(`${site.url}/browse/ALP-2`);
    await page.getByLabel("Status: To Do").click();
    await page.getByRole("button", { name: "Done as Won't Do" }).click();
    await page.getByLabel("Status: Done").waitFor();
    expect(site.jira.requests.find((request) => request.method === "POST")).toMatchObject({
      path: "/rest/api/3/issue/ALP-2/transitions",
      body: '{"transition":{"id":"31"},"fields":{"resolution":{"id":"7"}}}',
    });
  });

  it("switches faults on and off, and says on every page that they are on", async () => {
    const { site, page } = here();
    await page.goto(`${site.url}/__site/faults`);
    await page.getByLabel("One statement in three times out").check();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("link", { name: "1 fault on" }).waitFor();
    expect(site.faults.declared()).toMatchObject([{ rule: { on: "sql", probability: 1 / 3 } }]);
    await page.goto(`${site.url}/projects`);
    await page.getByRole("link", { name: "1 fault on" }).click();
    expect(await page.getByLabel("One statement in three times out").isChecked()).toBe(true);
    await page.getByRole("button", { name: "Switch all off" }).click();
    await page.getByRole("link", { name: "fault on" }).waitFor({ state: "detached" });
    expect(site.faults.declared()).toEqual([]);
  });

  it("lets Jira's search trail its changes, on the panel and over the control port", async () => {
    const { site, page } = here();
    await page.goto(`${site.url}/__site/faults`);
    await page.getByLabel("Trails every change by so many seconds").fill("30");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("link", { name: "1 fault on" }).waitFor();
    expect(site.searchLag.milliseconds()).toBe(30_000);
    const path = `${site.url}/__control/search-lag`;
    const body = JSON.stringify({ milliseconds: 1500 });
    expect(await (await fetch(path, { method: "POST", body })).json()).toEqual({
      milliseconds: 1500,
      usual: 1500,
    });
    await page.reload();
    expect(await page.getByLabel("Trails every change by so many seconds").inputValue()).toBe(
      "1.5",
    );
    await page.getByRole("button", { name: "Switch all off" }).click();
    await page.getByRole("link", { name: "fault on" }).waitFor({ state: "detached" });
    expect(site.searchLag.milliseconds()).toBe(0);
  });

  it("keeps a fault rule that cannot be read, with the reason beside it", async () => {
    const { site, page } = here();
    await page.goto(`${site.url}/__site/faults`);
    await page.getByText("Rules of your own").click();
    const rules = page.getByLabel("JSON: a list of rules");
    await rules.fill('[{"on":"moon"}]');
    await page.getByRole("button", { name: "Apply" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("[0].on");
    expect(await rules.inputValue()).toBe('[{"on":"moon"}]');
    await rules.fill('[{"on":"schedule","fault":{"kind":"skip"},"count":1}]');
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("link", { name: "1 fault on" }).waitFor();
    expect(await rules.inputValue()).toContain('"count": 1');
  });

  it("filters the call log by service and by text", async () => {
    const { site, page, dashboard, appIn } = here();
    await dashboard();
    await press(appIn("Fixture gadget"), "Who");
    await press(appIn("Fixture gadget"), "Myself");
    await page.goto(`${site.url}/__site/calls`);
    const rows = page.locator("tbody tr");
    const all = await rows.count();
    await page.getByLabel("Call or function").fill("invoke who");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.getByRole("status").getByText("shown").waitFor();
    expect(await rows.count()).toBeGreaterThan(0);
    expect(await rows.count()).toBeLessThan(all);
    await page.getByRole("link", { name: "Show all" }).click();
    await page.getByLabel("Errors only").check();
    await page.getByRole("button", { name: "Filter" }).click();
    await page.getByText("0 calls shown.").waitFor();
  });

  it("sets the story points of an issue, also to none", async () => {
    const { site, page } = here();
    await page.goto(`${site.url}/browse/ALP-2`);
    const points = page.getByLabel("Story points");
    expect(await points.inputValue()).toBe("5");
    await points.fill("");
    await points.blur();
    await page.frameLocator("iframe").getByText("JIRA_ISSUE_CHANGED").waitFor();
    expect(site.jira.requests.find((request) => request.method === "PUT")).toMatchObject({
      path: "/rest/api/3/issue/ALP-2",
      body: '{"fields":{"customfield_10016":null}}',
      as: { kind: "user", accountId: "mira" },
    });
    await page.reload();
    expect(await points.inputValue()).toBe("");
  });

  it("shows a change that somebody else makes while the issue is open", async () => {
    const { site, page } = here();
    await page.goto(`${site.url}/browse/ALP-2`);
    await page.getByLabel("Status: To Do").waitFor();
    await site.jira.handle({
      method: "POST",
      path: "/rest/api/3/issue/ALP-2/transitions",
      headers: {},
      body: "{}",
      as: { kind: "app" },
    });
    await page.getByLabel("Status: Done").waitFor();
    await page.frameLocator("iframe").getByText("JIRA_ISSUE_CHANGED").waitFor();
  });

  it.each(["light", "dark"])(
    "has no accessibility violation on its own pages (%s)",
    async (mode) => {
      const { site, page } = here();
      await page.context().addCookies([{ name: "site_color_mode", value: mode, url: site.url }]);
      for (const path of [
        "/",
        "/projects",
        "/projects/ALP",
        "/browse/ALP-1",
        "/issues/",
        "/__site/calls",
        "/__site/faults",
      ]) {
        await page.goto(site.url + path);
        await page.evaluate(axeCore.source);
        const violations = await page.evaluate(async () => {
          const results = await globalThis.axe.run(document, { iframes: false });
          return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
        });
        expect({ path, violations }).toEqual({ path, violations: [] });
      }
    },
  );

  it.each([300, 900, 1280])("fits into a window of %i pixels", async (width) => {
    const { site, page } = here();
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      "/",
      "/projects/ALP",
      "/browse/ALP-1",
      "/issues/",
      "/__site/faults",
      "/__site/calls",
    ]) {
      await page.goto(site.url + path);
      const excess = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect({ path, excess }).toEqual({ path, excess: 0 });
    }
  });
});
