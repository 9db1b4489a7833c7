import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod/mini";

const placed = z.object({
  key: z.string(),
  project: z.string(),
  status: z.string(),
  statusCategory: z.string(),
});

export type WholeExport = {
  readonly lines: readonly string[];
  /** Status name → category, as the site lists them. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
};

/** Writes NAME.jsonl.gz, sorted by project and number, with NAME.statuses.json and NAME.people.json; answers the first. */
export function writeExport(
  { folder, name }: { readonly folder: string; readonly name: string },
  { lines, statuses, people }: WholeExport,
): string {
  const read = lines.map((line) => ({ line, ...placed.parse(JSON.parse(line)) }));
  const unique = [...new Map(read.map((each) => [each.key, each])).values()].sort(
    byProjectAndNumber,
  );
  // Statuses of two projects may share a name but not the category: those that the issues have count.
  const used = Object.fromEntries(unique.map((each) => [each.status, each.statusCategory]));
  write(`${name}.statuses.json`, { statuses: { ...statuses, ...used } });
  write(`${name}.people.json`, { people });
  const file = join(folder, `${name}.jsonl.gz`);
  writeFileSync(file, gzipSync(unique.map(({ line }) => `${line}\n`).join("")));
  return file;

  function write(beside: string, value: unknown): void {
    writeFileSync(join(folder, beside), `${JSON.stringify(value, null, 2)}\n`);
  }
}

type Placed = z.infer<typeof placed>;

function byProjectAndNumber(a: Placed, b: Placed): number {
  const number = ({ key }: Placed) => Number(key.slice(key.lastIndexOf("-") + 1));
  if (a.project !== b.project) return a.project < b.project ? -1 : 1;
  return number(a) - number(b);
}
