import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Comparison, Difference } from "./compare";
import { together } from "./compare";
import { groupedBy } from "./grouped-by";
import { questionsIn } from "./questions";

/** Of all compared fields, known exceptions included. */
const allowedShare = 0.02;

const { values } = parseArgs({ options: { data: { type: "string" } } });
const folder = values.data;
if (folder === undefined || !existsSync(folder)) {
  say("npm run fidelity -- --data DIR, where DIR holds recorded answers of Jira Cloud");
  process.exitCode = 2;
} else {
  const all: Comparison[] = [];
  for (const { name, compare } of questionsIn(folder)) {
    const comparison = await compare();
    all.push(comparison);
    say(`${name}: ${figures(comparison)}`);
    for (const line of grouped(comparison.differences)) say(`    ${line}`);
  }
  const total = together(all);
  say(`\nAll: ${figures(total)}`);
  for (const [reason, count] of total.excepted) say(`    ${String(count)} excepted: ${reason}`);
  const excepted = [...total.excepted.values()].reduce((sum, count) => sum + count, 0);
  const share = (total.differences.length + excepted) / Math.max(total.fields, 1);
  const isClose = total.fields > 0 && share <= allowedShare;
  say(`Differing and excepted together: ${(share * 100).toFixed(2)} %`);
  say(isClose ? "Close enough: at most 2 % may differ." : "Too far: at most 2 % may differ.");
  process.exitCode = isClose ? 0 : 1;
}

function figures({ fields, differences }: Comparison): string {
  const share = fields === 0 ? 0 : (differences.length / fields) * 100;
  return `${String(differences.length)} of ${String(fields)} fields differ (${share.toFixed(2)} %)`;
}

function grouped(differences: readonly Difference[]): readonly string[] {
  const groups = groupedBy(
    differences,
    ({ path, recorded, answered }) => `${path}: ${recorded} recorded, ${answered} answered`,
  );
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([what, { length }]) => `${String(length)} × ${what}`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
