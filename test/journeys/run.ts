import { readdirSync } from "node:fs";
import { wantedWords } from "./arguments";
import { launchChromium } from "./chromium";
import { allJourneys, allLeftOut } from "./journey";
import { runJourneys } from "./run-journeys";

const folder = "test/journeys";
const ending = ".journey.ts";

/** `npm run test:journeys [-- words] [--data DIR]`: walks every journey, or those whose name holds one of the words. */
async function main(): Promise<number> {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  for (const name of names.sort()) await import(`./${name.slice(0, -ending.length)}.journey.ts`);
  const isWanted = (name: string) =>
    wantedWords.length === 0 || wantedWords.some((word) => name.includes(word));
  const asked = allJourneys().filter(({ name }) => isWanted(name));
  const browser = await launchChromium();
  const print = (line: string) => process.stdout.write(`${line}\n`);
  for (const name of allLeftOut().filter(isWanted)) print(`- ${name} (left out: needs --data DIR)`);
  try {
    const { passed, failed } = await runJourneys(asked, browser, print);
    print(`${String(passed)} passed, ${String(failed)} failed`);
    return failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    await browser.close();
  }
}

process.exitCode = await main();
