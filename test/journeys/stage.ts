import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { accessibilityFaults } from "./accessibility";
import { controlOf, type Control } from "./control";
import { watch, type Watch } from "./watch";

/** A running site as a journey needs it. */
export type RunningSite = {
  readonly url: string;
  readonly appOrigin: string;
  readonly users: readonly { readonly accountId: string; readonly displayName: string }[];
};

/** What a journey has in hands: a site, a person before a browser, and the site's control port. */
export type Stage = {
  readonly site: RunningSite;
  readonly page: Page;
  readonly control: Control;
  readonly watch: Watch;
  /** From the next page on the browser belongs to this person, named as the user switch shows them. */
  readonly asUser: (displayName: string) => Promise<void>;
  readonly theme: (colorMode: "light" | "dark") => Promise<void>;
  /** Opens a page of the site and waits until every frame of the app shows what it has to show. */
  readonly open: (path: string) => Promise<void>;
  /** The app inside the gadget with this title on the open dashboard. */
  readonly gadget: (title: string) => FrameLocator;
  /** The app's own part of the open page: project page, issue view, goals page, settings. */
  readonly surface: () => FrameLocator;
  /** Fails with what axe-core finds in the app's frames. */
  readonly accessible: (where: string) => Promise<void>;
  /** Keeps a picture under dist/journeys. */
  readonly picture: (name: string) => Promise<void>;
};

const pictures = "dist/journeys";
const highestPicture = 4000;

export async function createStage(
  browser: Browser,
  site: RunningSite,
): Promise<{ readonly stage: Stage; readonly faults: () => Promise<readonly string[]> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const seen = watch(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const control = controlOf(site.url);
  const stage: Stage = {
    site,
    page,
    control,
    watch: seen,
    asUser: (displayName) => setCookie(context, site, "site_user", accountOf(site, displayName)),
    theme: (colorMode) => setCookie(context, site, "site_color_mode", colorMode),
    open: async (path) => {
      await page.goto(site.url + path);
      await stillness(page, site);
    },
    gadget: (title) =>
      page.locator(`article[aria-label=${JSON.stringify(title)}] iframe`).contentFrame(),
    surface: () => page.locator("main iframe").first().contentFrame(),
    accessible: async (where) => {
      const faults = await accessibilityFaults(page, site.appOrigin);
      if (faults.length > 0) throw new Error(`${where} is not accessible:\n${faults.join("\n")}`);
    },
    picture: (name) => pictureOf(page, name),
  };
  return { stage, faults: () => faultsOf(context, control, seen) };
}

/** Chromium paints frames only where the window shows them, so the window grows to the page for the picture. */
async function pictureOf(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const window = page.viewportSize() ?? { width: 1280, height: 900 };
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...window, height: Math.min(whole, highestPicture) });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  await page.setViewportSize(window);
}

/** Closes the browser's context and says what must not have happened on any walk. */
async function faultsOf(
  context: BrowserContext,
  control: Control,
  seen: Watch,
): Promise<readonly string[]> {
  await seen.allAnswered();
  await context.close();
  const unmodelled = (await control.calls())
    .filter(({ service, status }) => service === "unmodelled" || status === 501)
    .map(({ method, path, status }) => `not modelled: ${method} ${path} ${String(status)}`);
  return [...seen.faults(), ...(await control.violations()), ...unmodelled];
}

/** Frames show a main part when they have begun, and skeletons as long as they wait for an answer. */
async function stillness(page: Page, { appOrigin }: RunningSite): Promise<void> {
  const frames = page
    .frames()
    .filter((frame) => frame !== page.mainFrame() && frame.url().startsWith(appOrigin));
  for (const frame of frames) {
    await frame.locator("main").first().waitFor({ state: "attached" });
    await frame.locator(".skeleton").first().waitFor({ state: "detached" });
  }
}

function accountOf(site: RunningSite, displayName: string): string {
  const user = site.users.find((each) => each.displayName === displayName);
  if (user === undefined) throw new Error(`The site has no user ${displayName}`);
  return user.accountId;
}

async function setCookie(context: BrowserContext, site: RunningSite, name: string, value: string) {
  await context.addCookies([{ name, value: encodeURIComponent(value), url: site.url }]);
}
