import { readdirSync } from "node:fs";
import { launchChromium } from "./chromium";
import { allJourneys } from "./journey";
import { runJourneys } from "./run-journeys";

const folder = "test/journeys";
const ending = ".journey.ts";

/** `npm run test:journeys [-- words]`: walks every journey, or those whose name holds one of the words. */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  for (const name of names.sort()) await import(`./${name.slice(0, -ending.length)}.journey.ts`);
  const asked = allJourneys().filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  const browser = await launchChromium();
  const print = (line: string) => process.stdout.write(`${line}\n`);
  try {
    const { passed, failed } = await runJourneys(asked, browser, print);
    print(`${String(passed)} passed, ${String(failed)} failed`);
    return failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    await browser.close();
  }
}

process.exitCode = await main();
