import { parseArgs } from "node:util";
import type { IssueValues, ReplayField } from "../../src/domain/replay/history";
import { replayIssue, type ReplayedIssue } from "../../src/domain/replay/replay-issue";
import { type ExportHistories, readHistories } from "./export-histories";
import { inMilliseconds } from "./figure";

/**
 * `replay-proof.ts --data DIR`: every issue with a full changelog, replayed to now, equals its live state but for the
 * counted breaks. Ends with status 1 where a field differs that no break accounts for.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  if (values.data === undefined) throw new Error("--data DIR: the folder of exports");
  let unexplained = 0;
  for (const file of await readHistories(values.data)) unexplained += prove(file);
  process.exitCode = unexplained === 0 ? 0 : 1;
}

function prove({ name, histories, words, complete }: ExportHistories): number {
  const own = histories.filter(({ id }) => complete.has(id));
  if (own.length === 0) {
    print(`${name}: no issue with a full changelog`);
    return 0;
  }
  const began = performance.now();
  const replayed = own.map((history) => replayIssue(history, words));
  const took = performance.now() - began;
  const changes = own.reduce((sum, each) => sum + each.changes.length, 0);
  print(
    `${name}: ${String(own.length)} issues, ${String(changes)} changes, ${inMilliseconds(took)}`,
  );
  for (const line of breakLines(replayed)) print(`  ${line}`);
  const unexplained = own.flatMap(({ present, id }, n) =>
    unexplainedFields(present, replayed[n]).map((field) => `${id} ${field}`),
  );
  print(`  live fields that differ without a counted break: ${String(unexplained.length)}`);
  for (const each of unexplained) print(`    ${each}`);
  return unexplained.length;
}

/** Exports name components without ids, so a renamed component cannot be told from another one. */
const notCompared: readonly ReplayField[] = ["component"];

function breakLines(replayed: readonly ReplayedIssue[]): readonly string[] {
  const lines = new Map<
    ReplayField,
    { issues: number; chain: number; end: number; keys: string[] }
  >();
  for (const { breaks, end } of replayed) {
    for (const { field, chain, end: atEnd } of breaks) {
      const line = lines.get(field) ?? { issues: 0, chain: 0, end: 0, keys: [] };
      lines.set(field, {
        issues: line.issues + 1,
        chain: line.chain + chain,
        end: line.end + atEnd,
        keys: [...line.keys, end.key],
      });
    }
  }
  return [...lines].map(([field, { issues, chain, end, keys }]) =>
    [
      `${field}: ${String(issues)} issues`,
      `${String(chain)} items whose "from" was not there`,
      `${String(end)} that do not end with the live value`,
      notCompared.includes(field)
        ? "exports name components without ids, renamed ones differ"
        : keys.join(" "),
    ].join("; "),
  );
}

function unexplainedFields(
  present: IssueValues,
  issue: ReplayedIssue | undefined,
): readonly string[] {
  if (issue === undefined) return ["not replayed"];
  const broken = new Set<string>(issue.breaks.map(({ field }) => fieldNames[field]));
  const live = new Map(Object.entries(present));
  return Object.entries(issue.end)
    .filter(([name, value]) => !broken.has(name) && textOf(value) !== textOf(live.get(name)))
    .map(([name]) => name);
}

const fieldNames: Readonly<Record<ReplayField, keyof IssueValues>> = {
  status: "status",
  resolution: "resolution",
  points: "points",
  estimate: "estimateSeconds",
  parent: "parentId",
  "fix-version": "fixVersions",
  component: "components",
  sprint: "sprintIds",
  labels: "labels",
  type: "type",
  project: "projectId",
  key: "key",
};

/** Things by their ids, lists as sets. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).toSorted().join(",");
  if (typeof value === "object" && value !== null && "id" in value) return String(value.id);
  return String(value);
}

const print = (line: string) => process.stdout.write(`${line}\n`);

await main();
