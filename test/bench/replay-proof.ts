import { parseArgs } from "node:util";
import { ExportRefused } from "../site/jira/import/exported-issues";
import { BadArguments } from "./bad-arguments";
import { type ExportHistories, readHistories } from "./export-histories";
import { inMilliseconds } from "./figure";
import { type FieldProof, proofOf } from "./field-proof";
import { knownBreaks, type KnownBreaks } from "./known-breaks";

/**
 * `npm run replay-proof -- --data DIR [--known FILE.FIELD=ISSUES …]`: every issue with a full changelog, replayed to
 * now, equals its live state field by field, but for the breaks that are counted and known. Ends with status 1 at any
 * other break or difference.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: "string" }, known: { type: "string", multiple: true, default: [] } },
  });
  if (values.data === undefined) throw new BadArguments("--data DIR is needed");
  const known = knownBreaks(values.known);
  let proven = 0;
  let unexpected = 0;
  for (const file of await readHistories(values.data)) {
    const own = file.histories.filter(({ id }) => file.complete.has(id));
    print(`${file.name}: ${String(own.length)} issues with a full changelog`);
    proven += own.length;
    if (own.length > 0) unexpected += prove(file, known);
  }
  if (proven === 0) throw new BadArguments("no issue of these data has a full changelog");
  print(`${String(proven)} issues replayed, ${String(unexpected)} fields with unexpected breaks`);
  process.exitCode = unexpected === 0 ? 0 : 1;
}

function prove(file: ExportHistories, known: KnownBreaks): number {
  const { fields, milliseconds } = proofOf(file);
  print(`  replayed in ${inMilliseconds(milliseconds)}`);
  print(`  ${heading}`);
  const judged = fields.map((each) => ({ each, verdict: verdictOn(file.name, each, known) }));
  for (const { each, verdict } of judged) {
    print(`  ${row(each)}${verdict}`);
    if (each.broken.length > 0) print(`    ${shortened(each.broken)}`);
    for (const key of each.unexplained) print(`    differs without a counted break: ${key}`);
  }
  return judged.filter(({ verdict }) => verdict.startsWith("UNEXPECTED")).length;
}

function verdictOn(file: string, proof: FieldProof, known: KnownBreaks): string {
  if (proof.unexplained.length > 0) return "UNEXPECTED difference";
  if (proof.broken.length === 0) return "equal";
  // The exports name components without their ids: a renamed component cannot be told from another one.
  if (proof.field === "component") return "not comparable: components without ids";
  const expected = known(file, proof.field);
  return expected === proof.broken.length
    ? "known"
    : `UNEXPECTED: ${String(expected)} issues are known`;
}

const columns = ["changes", "issues", "broken", "from", "end"];
const heading = ["field".padEnd(14), ...columns.map((name) => name.padStart(9))].join("");

function row({ field, changes, issues, broken, chain, end }: FieldProof): string {
  const counts = [changes, issues, broken.length, chain, end];
  const cells = counts.map((count) => String(count).padStart(9));
  return [field.padEnd(14), ...cells, "  "].join("");
}

const shownKeys = 10;

function shortened(keys: readonly string[]): string {
  const rest = keys.length - shownKeys;
  return `${keys.slice(0, shownKeys).join(" ")}${rest > 0 ? ` and ${String(rest)} more` : ""}`;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

main().catch((error: unknown) => {
  const expected = error instanceof BadArguments || error instanceof ExportRefused;
  process.stderr.write(expected ? `${error.message}\n` : `${String(error)}\n`);
  process.exitCode = 1;
});
