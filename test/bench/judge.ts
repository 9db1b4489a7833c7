import { parseArgs } from "node:util";
import { type JudgedCase, type Verdict, verdictOn } from "../../src/domain/judge/verdict";
import type { CountingRule } from "../../src/domain/rule";
import { ExportRefused } from "../site/jira/import/exported-issues";
import { BadArguments } from "./bad-arguments";
import { readHistories } from "./export-histories";
import { judgeFile } from "./judge-file";

const rules: readonly CountingRule[] = ["count", "points", "time"];

/**
 * `npm run judge -- --data DIR [--json] [--rule count|points|time]`: what would have been shown of every fix version and
 * epic with at least five items that ended, on the first of each month of its life, against what it turned out to be.
 * The figures over all are of goals whose issues have a complete changelog; where today's membership had to be assumed
 * for the past, the scope was known too early, so these kinds stand apart.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      json: { type: "boolean", default: false },
      rule: { type: "string", default: "count" },
    },
  });
  const rule = rules.find((each) => each === values.rule);
  if (values.data === undefined) throw new BadArguments("--data DIR is needed");
  if (rule === undefined) throw new BadArguments(`--rule is none of ${rules.join(", ")}`);
  const files = await readHistories(values.data);
  const judged = files.map((file) => ({ name: file.name, ...judgeFile(file, rule) }));
  const all = judged.flatMap((file) => file.cases);
  const cases = all.filter(({ kind }) => kind === "version" || kind === "epic");
  if (values.json) {
    print(JSON.stringify({ ...verdict(cases), byKind: byKind(all, verdict) }));
    return;
  }
  for (const { name, goals, cases: own } of judged) {
    print(`${name}: ${String(goals)} ended goals, ${sentence(verdictOn(own))}`);
  }
  for (const [kind, line] of Object.entries(byKind(all, verdictOn))) {
    print(`${kind}: ${sentence(line)}`);
  }
  print(`all with a complete history: ${sentence(verdictOn(cases))}`);
}

/** The interval with growth comes with the forecast. */
function verdict(judged: readonly JudgedCase[]) {
  const { cases, coverageEvidence, ...errors } = verdictOn(judged);
  return { cases, coverageEvidence, coverage80: null, ...errors };
}

function byKind<T>(cases: readonly JudgedCase[], judge: (cases: readonly JudgedCase[]) => T) {
  const kinds = ["version", "epic", "version-assumed", "epic-assumed"] as const;
  return Object.fromEntries(
    kinds.map((kind) => [kind, judge(cases.filter((each) => each.kind === kind))]),
  );
}

function sentence({ cases, coverageEvidence, medianError, plainMedianError }: Verdict): string {
  if (coverageEvidence === null || medianError === null || plainMedianError === null) {
    return "nothing to judge";
  }
  return [
    `${String(cases)} cases`,
    `the interval held ${inPercent(coverageEvidence)} %`,
    `median error ${inPercent(medianError)} points`,
    `plain done ÷ known ${inPercent(plainMedianError)} points`,
  ].join(", ");
}

const inPercent = (share: number) => (100 * share).toFixed(1);
const print = (line: string) => process.stdout.write(`${line}\n`);

main().catch((error: unknown) => {
  const expected = error instanceof BadArguments || error instanceof ExportRefused;
  process.stderr.write(expected ? `${error.message}\n` : `${String(error)}\n`);
  process.exitCode = 1;
});
