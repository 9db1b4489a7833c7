import type { Browser, Frame } from "playwright-core";
import type { Site } from "../site/site";
import { bareReactPage } from "./bare-react-page";
import { inMilliseconds, median, type Figure } from "./figure";
import type { BenchGoal } from "./goal-of-rule";

const loads = 7;

/**
 * First contentful paint of the gadget's frame beside that of a page with nothing but React, in the same run: as a page
 * of its own, and where the gadget is too, in a frame of another site, which browsers give a process of its own.
 */
export async function firstPaint(
  browser: Browser,
  site: Site,
  { goalId }: BenchGoal,
): Promise<readonly Figure[]> {
  const gadget = {
    moduleKey: "goal-progress-gadget",
    column: 0,
    configuration: { goalId },
  };
  const served = await site.serve({ dashboard: { name: "Bench", columns: 1, gadgets: [gadget] } });
  const bare = await bareReactPage();
  try {
    const paints = [];
    const numbers = [];
    const bares = [];
    const framed = [];
    for (let load = 0; load < loads; load += 1) {
      bares.push((await paintOf(browser, bare.url, ":first", "p")).paint);
      framed.push((await paintOf(browser, bare.framedUrl, bare.frameOrigin, "p")).paint);
      const gadgetTimes = await paintOf(browser, served.url, served.appOrigin, ".headline");
      paints.push(gadgetTimes.paint);
      numbers.push(gadgetTimes.shown);
    }
    return figuresOf({ paints, numbers, bares, framed });
  } finally {
    await bare.stop();
    await served.stop();
  }
}

type Taken = Readonly<Record<"paints" | "numbers" | "bares" | "framed", readonly number[]>>;

function figuresOf({ paints, numbers, bares, framed }: Taken): readonly Figure[] {
  const times = (of: readonly number[]) => (median(paints) / median(of)).toFixed(2);
  const milliseconds = (of: readonly number[]) => inMilliseconds(median(of));
  return [
    { name: "first paint of a bare React page, median", value: milliseconds(bares) },
    { name: "the same in a frame, median", value: milliseconds(framed) },
    { name: "first paint of the gadget, median", value: milliseconds(paints) },
    { name: "the gadget's in bare React pages", value: times(bares) },
    { name: "the gadget's in bare React pages in a frame", value: times(framed) },
    { name: "the gadget's number is shown after, median", value: milliseconds(numbers) },
  ];
}

/** Times since the navigation of the frame whose address begins with `origin`, or of the page itself. */
async function paintOf(browser: Browser, url: string, origin: string, shown: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    const frame = await frameOf(() => page.frames(), origin);
    await frame.locator(shown).first().waitFor();
    const atNumber = Number(await frame.evaluate("performance.now()"));
    const paint = Number(
      await frame.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime"),
    );
    return { paint, shown: atNumber };
  } finally {
    await context.close();
  }
}

async function frameOf(frames: () => readonly Frame[], origin: string): Promise<Frame> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [top, ...others] = frames();
    const found = origin === ":first" ? top : others.find((each) => each.url().startsWith(origin));
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no frame of ${origin} appeared`);
}
