import { parseArgs } from "node:util";
import { enginesHere } from "../../site/platform/sql/engines-here";
import type { SqlEngineName } from "../../site/platform/sql/open-sql";
import { BadArguments } from "../bad-arguments";
import { measureSite, type MeasuredSite } from "./measure-site";
import { writeMeasured } from "./measured-file";
import { tableOf } from "./table";

/**
 * `npm run bench:scale [-- --issues 1000,10000 --goals 50,500 --sql sqlite|mariadb|both] [--write]`: what each piece of work
 * takes on generated sites; `--write` keeps the figures for the cost model. Asserts nothing about time; fails when a
 * statement exceeded a limit of the platform.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      issues: { type: "string", default: "1000,10000" },
      goals: { type: "string", default: "50,500" },
      sql: { type: "string", default: "both" },
      write: { type: "boolean", default: false },
    },
  });
  const measured: MeasuredSite[] = [];
  for (const engine of enginesOf(values.sql)) {
    for (const issues of numbersOf("issues", values.issues)) {
      for (const goals of numbersOf("goals", values.goals)) {
        const site = await measureSite({ issues, goals }, engine);
        process.stdout.write(`${tableOf(site)}\n`);
        measured.push(site);
      }
    }
  }
  if (values.write) await writeMeasured(measured);
  const isBroken = measured.some(({ works }) => works.some(({ broken }) => broken !== null));
  if (isBroken) process.exitCode = 1;
}

function enginesOf(named: string): readonly SqlEngineName[] {
  if (named === "both") {
    if (!enginesHere.includes("mariadb"))
      process.stdout.write("MariaDB is not installed: skipped\n");
    return enginesHere;
  }
  if (named === "sqlite" || named === "mariadb") return [named];
  throw new BadArguments("--sql is sqlite, mariadb or both");
}

function numbersOf(name: string, text: string): readonly number[] {
  const numbers = text.split(",").map(Number);
  if (numbers.every((each) => Number.isSafeInteger(each) && each > 0)) return numbers;
  throw new BadArguments(`--${name} takes whole numbers: --${name} 1000,10000`);
}

await main();
