import type { IssueLine, StatusCategories } from "./issue-line";
import type { KnownPerson } from "./people";

/** The issues of one export file, or of the generated company. */
export type ExportedIssues = {
  readonly name: string;
  readonly lines: readonly IssueLine[];
  /** Status name → category; statuses that only a changelog knows and that are missing here have none. */
  readonly statuses: StatusCategories;
  /** By account id; people that are missing here get invented names. */
  readonly people?: ReadonlyMap<string, KnownPerson>;
};

/** The data cannot be loaded; the message names file, line and reason. */
export class ExportRefused extends Error {
  override readonly name = "ExportRefused";
}

/** The instant of the last thing that the exports know of, in epoch milliseconds. */
export function lastChangeAt(exports: readonly ExportedIssues[]): number {
  let last = 0;
  for (const { lines } of exports) {
    for (const line of lines) {
      last = Math.max(last, Date.parse(line.updated), Date.parse(line.created));
      const change = line.changelog.at(-1);
      if (change !== undefined) last = Math.max(last, Date.parse(change.at));
      if (line.resolved !== null) last = Math.max(last, Date.parse(line.resolved));
    }
  }
  return last;
}
