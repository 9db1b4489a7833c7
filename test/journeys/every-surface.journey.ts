import type { Frame, Page } from "playwright-core";
import { line } from "../site/jira/fixture/lines";
import { addProgress } from "./dashboard";
import { expectEqual } from "./expect";
import { openGoalsPage } from "./goals-page";
import { journey } from "./journey";
import { places } from "./places";
import { people, shop, shopLines } from "./shop-data";
import { siteWith } from "./site-with";
import type { Stage } from "./stage";

const goal = "Checkout in one minute";
const windowWidths = [1280, 900, 440, 300];
const windowHeight = 900;

/** Titles that people paste: markup, one word without end, right-to-left, five thousand characters. */
const oddTitles = [
  `<img src=x onerror="console.error('markup ran')"><b>bold</b>`,
  "unbreakable".repeat(30),
  "הדף נפתח לאט מדי",
  "A title that goes on and on. ".repeat(172),
];
const oddLines = oddTitles.map((summary, n) => {
  const key = `SHOP-${String(20 + n)}`;
  const shown = line(20 + n, { project: "SHOP", projectName: "Shop", key, summary });
  return { ...shown, epic: "SHOP-1", historyBasis: "none" } as const;
});

for (const mode of ["light", "dark"] as const) {
  journey(
    `every surface is readable in ${mode} mode, from 300 pixels to full width, with odd titles too`,
    siteWith({ data: shop([...shopLines, ...oddLines]) }),
    async (stage) => {
      await stage.asUser(people.administrator);
      await stage.theme(mode);
      const goals = await openGoalsPage(stage);
      await goals.create(goal);
      await goals.linkKeys("SHOP-1 VAULT-1");
      await stage.control.settle();
      await addProgress(stage, goal, "widget");
      await addProgress(stage, goal, "gadget");
      for (const { name, go } of places) {
        await go(stage, goal);
        await inEveryWidth(stage, name, mode);
        await stage.page.setViewportSize({ width: 1280, height: windowHeight });
      }
    },
  );
}

async function inEveryWidth(stage: Stage, name: string, mode: string): Promise<void> {
  const { page, accessible, picture, site } = stage;
  for (const width of windowWidths) {
    await page.setViewportSize({ width, height: windowHeight });
    const where = `${name}, ${mode}, ${String(width)} pixels`;
    await picture(where.replace(/\W+/g, "-"));
    await expectNoSidewaysScroll(page, where);
    await accessible(where);
  }
  for (const frame of page.frames().filter((each) => each.url().startsWith(site.appOrigin))) {
    expectEqual(await colorModeOf(frame), mode, `colours of ${name}`);
  }
}

async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  for (const frame of page.frames()) {
    const beyond = await frame.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (beyond > 0) {
      throw new Error(`${where}: ${frame.url()} scrolls ${String(beyond)} pixels to the side`);
    }
  }
}

function colorModeOf(frame: Frame): Promise<string | null> {
  return frame.evaluate(() => document.documentElement.getAttribute("data-color-mode"));
}
