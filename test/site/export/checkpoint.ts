import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod/mini";

const state = z.object({
  site: z.string(),
  jql: z.string(),
  nextPageToken: z.string(),
  issues: z.number(),
  bytes: z.number(),
  people: z.record(z.string(), z.string()),
});
type State = z.infer<typeof state>;

type Next = Omit<State, "bytes" | "nextPageToken"> & {
  readonly nextPageToken?: string | undefined;
};

/** The unfinished export of a folder: the lines so far, and where to go on. */
export type Unfinished = {
  /** Where an export that was stopped goes on; undefined when there is none for this site and query. */
  readonly resume: () => State | undefined;
  readonly restart: () => void;
  /** Adds the lines of a page; `after` is what a resumed export goes on with, without a token after the last page. */
  readonly add: (lines: readonly string[], after: Next) => void;
  readonly lines: () => readonly string[];
  readonly remove: () => void;
};

/**
 * Keeps an export resumable: lines are appended first, then the checkpoint is put in place whole. What a kill leaves
 * behind the checkpoint's length is cut off when the export goes on.
 */
export function openUnfinished(
  folder: string,
  name: string,
  of: { readonly site: string; readonly jql: string },
): Unfinished {
  mkdirSync(folder, { recursive: true });
  const partial = join(folder, `${name}.unfinished`);
  const checkpoint = join(folder, `${name}.checkpoint`);
  const restart = () => {
    rmSync(checkpoint, { force: true });
    writeFileSync(partial, "");
  };
  return {
    resume: () => {
      const saved = existsSync(checkpoint) ? readState(checkpoint) : undefined;
      const isSame = saved?.site === of.site && saved.jql === of.jql && existsSync(partial);
      if (!isSame || statSync(partial).size < saved.bytes) return undefined;
      truncateSync(partial, saved.bytes);
      return saved;
    },
    restart,
    add: (lines, after) => {
      appendFileSync(partial, lines.map((line) => `${line}\n`).join(""));
      if (after.nextPageToken === undefined) return;
      const next = `${checkpoint}.next`;
      writeFileSync(next, JSON.stringify({ ...after, bytes: statSync(partial).size }));
      renameSync(next, checkpoint);
    },
    lines: () =>
      readFileSync(partial, "utf8")
        .split("\n")
        .filter((line) => line !== ""),
    remove: () => {
      rmSync(checkpoint, { force: true });
      rmSync(partial, { force: true });
    },
  };
}

function readState(file: string): State | undefined {
  try {
    return state.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}
