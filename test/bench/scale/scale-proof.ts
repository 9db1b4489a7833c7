import { enginesHere } from "../../site/platform/sql/engines-here";
import type { SqlEngineName } from "../../site/platform/sql/open-sql";
import { BadArguments } from "../bad-arguments";
import { measureSite, type MeasuredSite } from "./measure-site";
import { writeMeasured } from "./measured-file";
import { tableOf } from "./table";

/** The options of the command line that choose the sites. */
export const scaleOptions = {
  issues: { type: "string", default: "1000,10000" },
  goals: { type: "string", default: "50,500" },
  sql: { type: "string", default: "both" },
  write: { type: "boolean", default: false },
} as const;

type Chosen = {
  readonly issues: string;
  readonly goals: string;
  readonly sql: string;
  readonly write: boolean;
};

/**
 * What each piece of work takes on generated sites; `write` keeps the figures for the cost model. Asserts nothing about
 * time; whether no statement exceeded a limit of the platform or put a temporary table on disk, and every number came right.
 */
export async function scaleProof({ issues, goals, sql, write }: Chosen): Promise<boolean> {
  const measured: MeasuredSite[] = [];
  for (const engine of enginesOf(sql)) {
    for (const manyIssues of numbersOf("issues", issues)) {
      for (const manyGoals of numbersOf("goals", goals)) {
        const site = await measureSite({ issues: manyIssues, goals: manyGoals }, engine);
        process.stdout.write(`${tableOf(site)}\n`);
        measured.push(site);
      }
    }
  }
  if (write) await writeMeasured(measured);
  return measured.every(isRight);
}

const isRight = ({ works, wrongNumbers }: MeasuredSite) =>
  wrongNumbers === 0 &&
  works.every(({ broken, textsOnDisk }) => broken === null && textsOnDisk.length === 0);

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
