import { parseArgs } from "node:util";
import { createJiraPast } from "../../src/jira/past";
import { docOf } from "../../src/store/past-doc";
import type { FieldChange, IssueHistory } from "../../src/domain/replay/history";
import { createClock } from "../site/clock";
import { createJira as createLocalJira } from "../site/jira/create-jira";
import { readExports } from "../site/jira/import/read-exports";
import { answerJira } from "../use-cases/jira-boundary";
import { readHistories } from "./export-histories";
import { inMilliseconds } from "./figure";

/**
 * `past-proof.ts --data FILE`: histories read through the app's own requests from a site with this export equal those
 * that the export itself tells; with what they cost in requests, time and bytes of the store. Ends with status 1 where
 * one differs.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: "string" } } });
  if (values.data === undefined) throw new Error("--data FILE: an export");
  const [file] = await readHistories(values.data);
  if (file === undefined) throw new Error("no export there");
  const { read, requests, took } = await readFromSite(values.data, file.histories);
  const texts = new Map(read.map((history) => [history.id, textOf(history, file.histories)]));
  const wrong = file.histories.filter(
    (history) => texts.get(history.id) !== textOf(history, file.histories),
  );
  const bytes = read.reduce((sum, history) => sum + Buffer.byteLength(docOf(history)), 0);
  const changes = read.reduce((sum, history) => sum + history.changes.length, 0);
  print(`${file.name}: ${String(read.length)} issues, ${String(changes)} changes`);
  print(`  ${String(requests)} requests, ${inMilliseconds(took)}`);
  print(`  ${(bytes / read.length).toFixed(0)} bytes an issue in the store`);
  print(`  issues that differ from the export: ${String(wrong.length)}`);
  for (const history of wrong.slice(0, 3)) {
    print(`    export ${textOf(history, file.histories)}`);
    print(`    read   ${texts.get(history.id) ?? "nothing"}`);
  }
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

async function readFromSite(path: string, wanted: readonly IssueHistory[]) {
  const clock = createClock(Date.parse("2026-03-16T12:00:00Z"), 0);
  const jira = createLocalJira({ clock, exports: await readExports(path), users: [] });
  const boundary = answerJira(jira);
  const began = performance.now();
  const past = createJiraPast(1, () => new Date(clock.now()));
  const known = await past.histories(wanted.map(({ id }) => id));
  const took = performance.now() - began;
  const requests = boundary.requests().length;
  boundary.close();
  jira.stop();
  clock.stop();
  return { read: known.map(({ history }) => history), requests, took };
}

/** Moves by their keys alone and parents among the issues of the file, as the export tells them. */
function textOf(history: IssueHistory, all: readonly IssueHistory[]): string {
  const changes = history.changes
    .filter(({ field }) => field !== "project")
    .map((change) => (change.field === "parent" ? amongKnown(change, knownIn(all)) : change));
  return JSON.stringify({ ...history, changes });
}

const idsOf = new WeakMap<readonly IssueHistory[], ReadonlySet<string>>();

function knownIn(all: readonly IssueHistory[]): ReadonlySet<string> {
  const known = idsOf.get(all) ?? new Set(all.map(({ id }) => id));
  idsOf.set(all, known);
  return known;
}

function amongKnown(change: FieldChange, known: ReadonlySet<string>): FieldChange {
  const from = change.from !== null && known.has(change.from) ? change.from : null;
  const to = change.to !== null && known.has(change.to) ? change.to : null;
  return { ...change, from, to, fromText: null, toText: null };
}

const print = (line: string) => process.stdout.write(`${line}\n`);

await main();
