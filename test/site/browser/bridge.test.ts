import { expectOutput, inChromium, press } from "./fixture/in-chromium";

inChromium("the bridge in Chromium", (here) => {
  it("gives a gadget its context, its configuration and the resolver", async () => {
    const { dashboard, appIn } = here();
    await dashboard();
    const frame = appIn("Fixture gadget");
    await frame.getByText("fixture-gadget view for mira").waitFor();
    await expectOutput(frame, '{"goalId":"1"}');
    await press(frame, "Who");
    await expectOutput(
      frame,
      '{"account":"mira","module":"fixture-gadget","payload":{"asked":true}}',
    );
    await press(frame, "Fail");
    await expectOutput(frame, "it broke");
    await press(frame, "Myself");
    await expectOutput(frame, '{"accountId":"mira"}');
  });

  it("saves what the edit mode of a gadget submits and shows it in view mode", async () => {
    const { page, dashboard, gadget, appIn } = here();
    await dashboard();
    await gadget("Fixture gadget").getByLabel("More actions").click();
    await page.getByRole("button", { name: "Configure" }).first().click();
    const frame = appIn("Fixture gadget");
    await frame.getByText("fixture-gadget edit for mira").waitFor();
    await press(frame, "Submit");
    await frame.getByText("fixture-gadget view for mira").waitFor();
    await expectOutput(frame, '{"goalId":"42","refresh":15}');
    await page.reload();
    await expectOutput(appIn("Fixture gadget"), '{"goalId":"42","refresh":15}');
  });

  it("saves a widget by the page's own button, through the app's onProductSave", async () => {
    const { page, dashboard, gadget, appIn } = here();
    await dashboard();
    await gadget("Fixture widget").getByLabel("More actions").click();
    await gadget("Fixture widget").getByRole("button", { name: "Configure" }).click();
    const frame = appIn("Fixture widget");
    await frame.getByText("fixture-widget edit").waitFor();
    await frame.getByText("ready to save").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await frame.getByText("fixture-widget view").waitFor();
    await expectOutput(frame, '{"goalId":"43","saved":true}');
  });

  it("tells every gadget of a refresh, and lets frames of the app hear each other", async () => {
    const { page, dashboard, appIn } = here();
    await dashboard();
    const [one, two] = [appIn("Fixture gadget"), appIn("Fixture widget")];
    await one.getByText("view for").waitFor();
    await two.getByText("Sub page").waitFor();
    await page.getByRole("button", { name: "Refresh", exact: true }).first().click();
    await two.getByText('JIRA_DASHBOARD_GADGET_REFRESH {"origin":"dashboard"}').waitFor();
    await press(one, "Say hello");
    await two.getByText('hello {"from":"fixture-gadget"}').waitFor();
  });

  it("follows the height of the content", async () => {
    const { page, dashboard, gadget, appIn } = here();
    await dashboard();
    const frame = appIn("Fixture gadget");
    const heightNow = async () =>
      (await gadget("Fixture gadget").locator("iframe").boundingBox())?.height ?? 0;
    await frame.getByText("Sub page").waitFor();
    const before = await heightNow();
    await press(frame, "Grow");
    await expectOutput(frame, "grown");
    await page.waitForTimeout(200);
    expect(await heightNow()).toBeGreaterThan(before + 650);
  });

  it("gives a frame below the fold its height before anybody scrolls there", async () => {
    const { page, dashboard, gadget, appIn } = here();
    await page.setViewportSize({ width: 300, height: 300 });
    await dashboard();
    const iframe = gadget("Fixture widget").locator("iframe");
    await appIn("Fixture widget").getByText("Sub page").waitFor({ state: "attached" });
    const content = () =>
      appIn("Fixture widget")
        .locator("body")
        .evaluate(() => document.documentElement.offsetHeight);
    await page.waitForTimeout(300);
    const box = await iframe.boundingBox();
    expect(box?.y).toBeGreaterThan(300);
    expect(box?.height).toBe(await content());
  });

  it("shows flags and modals, and gives the modal its context", async () => {
    const { page, dashboard, appIn } = here();
    await dashboard();
    const frame = appIn("Fixture gadget");
    await press(frame, "Flag");
    await page.getByRole("status").getByText("A flag").waitFor();
    await press(frame, "Modal");
    const modal = page.getByRole("dialog").frameLocator("iframe");
    await press(modal, "Close");
    await expectOutput(frame, '{"closedWith":{"answer":{"number":7}}}');
  });

  it("lets the app open an issue in this tab and an address in a new one", async () => {
    const { site, page, dashboard, appIn } = here();
    await dashboard();
    const opened = page.context().waitForEvent("page");
    await press(appIn("Fixture gadget"), "New tab");
    const tab = await opened;
    await tab.waitForURL(`${site.url}/projects`);
    await tab.close();
    await press(appIn("Fixture gadget"), "Open issue");
    await page.waitForURL(`${site.url}/browse/ALP-2`);
  });

  it("keeps the history of the global page in the address", async () => {
    const { site, page } = here();
    const base = `${site.url}/jira/apps/fixture-app/env-1`;
    await page.goto(base);
    const frame = page.frameLocator("iframe");
    await press(frame, "Sub page");
    await expectOutput(frame, '"at":"/goals/42"');
    expect(page.url()).toBe(`${base}/goals/42`);
    await page.goBack();
    await expectOutput(frame, '{"at":"/"}');
    expect(page.url()).toBe(base);
  });

  it("reports what breaks the policy, and refuses what is not modelled", async () => {
    const { site, page, dashboard, appIn } = here();
    await dashboard();
    const frame = appIn("Fixture gadget");
    await press(frame, "Unmodelled");
    await expectOutput(frame, "EMULATOR_NOT_MODELLED");
    expect(site.platform.calls.all().some((call) => call.status === 501)).toBe(true);
    await press(frame, "Inline style");
    await expectOutput(frame, "tried");
    await page.waitForTimeout(300);
    const reports: unknown = await (await fetch(`${site.url}/__control/csp`)).json();
    expect(reports).toMatchObject([{ directive: "style-src-elem" }]);
  });

  it("keeps the frame away from the page and the site", async () => {
    const { site, dashboard, appIn } = here();
    await dashboard();
    const frame = appIn("Fixture gadget");
    await frame.getByText("view for").waitFor();
    const reach = await frame.locator("body").evaluate(async (_body, url) => {
      const tried = await fetch(`${url}/__control/calls`).then(
        () => "read",
        () => "refused",
      );
      try {
        return [tried, window.parent.document.title];
      } catch {
        return [tried, "hidden"];
      }
    }, site.url);
    expect(reach).toEqual(["refused", "hidden"]);
  });
});
