import type { Browser } from "playwright-core";
import type { Journey } from "./journey";
import { createStage, type Stage } from "./stage";

const limitMilliseconds = 180_000;

export type Outcome = { readonly passed: number; readonly failed: number };

/** Walks the journeys one after the other, each on a site and in a browser context of its own. */
export async function runJourneys(
  journeys: readonly Journey[],
  browser: Browser,
  print: (line: string) => void,
): Promise<Outcome> {
  let passed = 0;
  for (const journey of journeys) {
    const began = Date.now();
    const faults = await walked(journey, browser);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    print(`${faults.length === 0 ? "✓" : "✕"} ${journey.name} (${seconds} s)`);
    for (const fault of faults) print(`    ${fault.replaceAll("\n", "\n    ")}`);
    if (faults.length === 0) passed += 1;
  }
  return { passed, failed: journeys.length - passed };
}

/** What went wrong on the way; nothing when the journey passed. */
async function walked(journey: Journey, browser: Browser): Promise<readonly string[]> {
  const site = await journey.site().catch(wordsOf);
  if (typeof site === "string") return [`the site did not start: ${site}`];
  try {
    const { stage, faults } = await createStage(browser, site);
    const stumble = await withLimit(journey.walk(stage)).then(() => [], stumbleOf(stage, journey));
    return [...stumble, ...(await faults())];
  } finally {
    await site.stop();
  }
}

/** Keeps a picture of where the journey stumbled, and its words. */
function stumbleOf(stage: Stage, { name }: Journey) {
  return async (error: unknown) => {
    await stage.picture(`failed-${pictureName(name)}`).catch(() => undefined);
    return [wordsOf(error)];
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function withLimit(walk: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The journey took longer than ${String(limitMilliseconds / 1000)} s`));
    }, limitMilliseconds);
  });
  return Promise.race([walk, limit]).finally(() => {
    clearTimeout(timer);
  });
}

function pictureName(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60);
}
