import { parseArgs } from "node:util";
import { launchChromium } from "../journeys/chromium";
import { buildStatic } from "../site/assembly/build-static";
import type { Figure } from "./figure";
import { firstPaint } from "./first-paint";
import { gadgetView } from "./gadget-view";
import { loadAndRoll } from "./load-and-roll";
import { scaleOptions, scaleProof } from "./scale/scale-proof";
import { theoryFigures } from "./theory";

/**
 * `npm run bench [-- --data DIR] [--issues 1000,10000 --goals 50,500 --sql both --write]`: prints figures, of the domain,
 * of views and of scale, and asserts nothing about time.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "string" }, ...scaleOptions } });
  print(theoryFigures());
  await figuresOfViews(values.data);
  if (!(await scaleProof(values))) process.exitCode = 1;
}

async function figuresOfViews(directory: string | undefined): Promise<void> {
  await buildStatic();
  const { site, goal, figures } = await loadAndRoll(directory);
  print(figures);
  const browser = await launchChromium();
  try {
    print(await gadgetView(site, goal));
    print(await firstPaint(browser, site, goal));
  } finally {
    await browser.close();
    await site.stop();
  }
}

function print(figures: readonly Figure[]): void {
  for (const { name, value } of figures) process.stdout.write(`${name}: ${value}\n`);
}

await main();
