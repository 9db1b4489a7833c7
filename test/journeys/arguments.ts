import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: { data: { type: "string" } },
  allowPositionals: true,
});

/** `--data DIR`: a folder of recorded Jira exports, for the journeys that walk on real histories. */
export const dataFolder: string | undefined = values.data;

/** The other arguments: only journeys whose name holds one of them are walked. */
export const wantedWords: readonly string[] = positionals;
