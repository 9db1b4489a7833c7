import type { FrameLocator, Page } from "playwright-core";
import { expectAbsent, expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { journey } from "./journey";
import { people, shop } from "./shop-data";
import { siteWith } from "./site-with";
import type { Stage } from "./stage";

const goal = "Checkout in one minute";

journey(
  "an administrator drops a resolution, and the number of a goal follows",
  siteWith({ data: shop() }),
  async (stage) => {
    await stage.asUser(people.administrator);
    const goals = await openGoalsPage(stage);
    await goals.create(goal);
    await goals.linkKeys("SHOP-1");
    await stage.control.settle();
    const path = new URL(stage.page.url()).pathname;
    await stage.open(path);
    await expectText(stage.surface(), /50(\.0)? %/);

    const settings = await openSettings(stage);
    await expectText(settings, /^Nothing waits/);
    await expectText(settings, "Every goal is read to its end.");
    await settings.getByRole("button", { name: "Drop Done", exact: true }).click();
    await expectText(settings, "Not saved yet");
    await stage.picture("settings");
    await stage.accessible("the settings");
    await settings.getByRole("button", { name: "Save", exact: true }).click();
    await expectText(settings, /^Saved\./);
    await stage.control.settle();
    await stage.open(path);
    await expectText(stage.surface(), /^0(\.0)? %/);
  },
);

journey(
  "two administrators change the settings: the second sees what the first decided and loses nothing",
  siteWith({ data: shop() }),
  async (stage) => {
    await stage.asUser(people.administrator);
    const mine = await openSettings(stage);
    await mine.getByRole("radio", { name: "Jira administrators only" }).check();

    const second = await stage.page.context().newPage();
    await second.goto(stage.page.url());
    await decideZone(second, "Asia/Tokyo");
    await second.close();

    await mine.getByRole("button", { name: "Save", exact: true }).click();
    await expectText(
      mine,
      "Another administrator saved the settings while you were changing them.",
    );
    await expectText(mine, "Asia/Tokyo");
    await stage.accessible("the settings after a conflict");
    await stage.picture("settings-decided-meanwhile");
    await mine.getByRole("button", { name: "Save mine over it" }).click();
    await expectText(mine, /^Saved\./);

    const after = await openSettings(stage);
    await after.getByLabel("Time zone of the site").waitFor();
    await expectValue(after, "Asia/Tokyo");
    await after.getByRole("radio", { name: "Jira administrators only", checked: true }).waitFor();
    await stage.asUser(people.lead);
    await stage.open("/");
    const { app } = await openGoalsPage(stage);
    await expectAbsent(app, "Create goal");
  },
);

/** The way an administrator goes, until the form stands there. */
async function openSettings({ open, page, surface }: Stage): Promise<FrameLocator> {
  await open("/");
  await page.getByRole("navigation", { name: "Site" }).getByText("Settings").click();
  const app = surface();
  await app.getByRole("button", { name: "Save", exact: true }).waitFor();
  return app;
}

async function decideZone(page: Page, zone: string): Promise<void> {
  const app = page.locator("main iframe").contentFrame();
  await app.getByLabel("Time zone of the site").fill(zone);
  await app.getByRole("button", { name: "Save", exact: true }).click();
  await expectText(app, /^Saved\./);
}

async function expectValue(app: FrameLocator, zone: string): Promise<void> {
  const value = await app.getByLabel("Time zone of the site").inputValue();
  if (value !== zone) throw new Error(`The time zone is ${value} and not ${zone}`);
}
