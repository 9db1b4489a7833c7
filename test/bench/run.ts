import { parseArgs } from "node:util";
import { launchChromium } from "../journeys/chromium";
import { buildStatic } from "../site/assembly/build-static";
import type { Figure } from "./figure";
import { firstPaint } from "./first-paint";
import { gadgetView } from "./gadget-view";
import { loadAndRoll } from "./load-and-roll";
import { theoryFigures } from "./theory";

/** `npm run bench [-- --data DIR]`: prints figures and asserts nothing about time. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  print(theoryFigures());
  await buildStatic();
  const { site, goal, figures } = await loadAndRoll(values.data);
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
