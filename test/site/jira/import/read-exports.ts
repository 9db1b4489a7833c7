import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type ExportedIssues, ExportRefused } from "./exported-issues";
import type { KnownPerson } from "./people";
import {
  categoriesOf,
  parseIssueLine,
  parsePeople,
  parseStatuses,
  type StatusCategories,
  type UnnumberedLine,
} from "./issue-line";
import { numberLines } from "./number-lines";
import { issuesInPage, readRawIssues } from "./raw-pages";

const exportFile = /\.jsonl(?:\.gz)?$/;

/**
 * Reads an export file (`NAME.jsonl`, `NAME.jsonl.gz`) with its `NAME.statuses.json` and `NAME.people.json`, or every
 * one of a folder; saved answers of Jira (`*.json` with `issues` or one issue) are taken together as one more export.
 * Throws ExportRefused at the first line that cannot be read: nothing is loaded by halves.
 */
export async function readExports(path: string): Promise<readonly ExportedIssues[]> {
  if (!existsSync(path)) throw new ExportRefused(`${path}: no such file or folder`);
  const all = filesAt(path);
  const files = all.filter((file) => exportFile.test(file) || (file === path && !isJson(file)));
  const exports: ReadFile[] = [];
  for (const file of files) exports.push(await readExport(file));
  const pages = savedPages(all);
  if (pages.size > 0) exports.push(readRawIssues(pages, path));
  if (exports.length === 0) {
    throw new ExportRefused(`${path}: no *.jsonl, *.jsonl.gz or saved pages of a search in it`);
  }
  const numbered = numberLines(exports.map(({ lines }) => lines));
  return exports.map((each, index) => ({ ...each, lines: numbered[index] ?? [] }));
}

type ReadFile = Omit<ExportedIssues, "lines"> & { readonly lines: readonly UnnumberedLine[] };

function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name));
}

const isJson = (file: string) => file.endsWith(".json");

/** Saved answers of Jira among these files; other JSON is left alone. */
function savedPages(files: readonly string[]): ReadonlyMap<string, readonly unknown[]> {
  const isOther = (file: string) => !isJson(file) || besideExport.test(file);
  return new Map(
    files.flatMap((file) => {
      const issues = isOther(file) ? undefined : issuesInPage(file);
      return issues === undefined ? [] : [[file, issues] as const];
    }),
  );
}

const besideExport = /\.(?:statuses|people)\.json$/;

async function readExport(file: string): Promise<ReadFile> {
  const name = basename(file).replace(exportFile, "");
  const statusesPath = join(dirname(file), `${name}.statuses.json`);
  const statuses = existsSync(statusesPath) ? readStatuses(statusesPath) : {};
  const lines = await readLines(file, statuses);
  const peoplePath = join(dirname(file), `${name}.people.json`);
  const people = existsSync(peoplePath) ? readPeople(peoplePath) : new Map<string, KnownPerson>();
  return { name, lines, statuses: { ...categoriesOf(lines), ...statuses }, people };
}

async function readLines(
  file: string,
  statuses: StatusCategories,
): Promise<readonly UnnumberedLine[]> {
  const lines: UnnumberedLine[] = [];
  let number = 0;
  const reader = createInterface({ input: openExport(file), crlfDelay: Infinity });
  try {
    for await (const text of reader) {
      number += 1;
      if (text.trim() !== "") lines.push(readLine(text, { file, number, statuses }));
    }
  } catch (cause) {
    if (cause instanceof ExportRefused) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ExportRefused(`${file}: line ${String(number + 1)}: ${reason}`, { cause });
  }
  return lines;
}

function openExport(file: string): Readable {
  const raw = createReadStream(file);
  if (!file.endsWith(".gz")) return raw;
  const gunzip = createGunzip();
  raw.on("error", (error) => gunzip.destroy(error));
  return raw.pipe(gunzip);
}

type Place = {
  readonly file: string;
  readonly number: number;
  readonly statuses: StatusCategories;
};

function readLine(text: string, { file, number, statuses }: Place): UnnumberedLine {
  const refuse = (reason: string) =>
    new ExportRefused(`${file}: line ${String(number)}: ${reason}`);
  const parsed = parseIssueLine(parseJson(text, refuse), statuses);
  if (!parsed.ok) throw refuse(parsed.reason);
  return parsed.line;
}

function readStatuses(file: string): StatusCategories {
  const refuse = (reason: string) => new ExportRefused(`${file}: ${reason}`);
  const statuses = parseStatuses(parseJson(readFileSync(file, "utf8"), refuse));
  if (statuses === null) {
    throw refuse('expected {"statuses": {NAME: "new" | "indeterminate" | "done"}}');
  }
  return statuses;
}

function readPeople(file: string): ReadonlyMap<string, KnownPerson> {
  const refuse = (reason: string) => new ExportRefused(`${file}: ${reason}`);
  const people = parsePeople(parseJson(readFileSync(file, "utf8"), refuse));
  if (people === null) throw refuse('expected {"people": {ACCOUNT_ID: NAME}}');
  return people;
}

function parseJson(text: string, refuse: (reason: string) => ExportRefused): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse("not JSON");
  }
}
