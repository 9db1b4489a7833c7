import type { IssueLine, UnnumberedLine } from "./issue-line";

/** Gives the issues that have no id one above all that their site has, in the order of the lines. */
export function numberIssues(
  files: readonly (readonly UnnumberedLine[])[],
): readonly (readonly IssueLine[])[] {
  const last = new Map<string, number>();
  for (const { site, id } of files.flat()) {
    last.set(site, Math.max(last.get(site) ?? usualFirst, Number(id ?? 0)));
  }
  const next = (site: string) => {
    const id = (last.get(site) ?? usualFirst) + 1;
    last.set(site, id);
    return String(id);
  };
  return files.map((lines) => lines.map((line) => ({ ...line, id: line.id ?? next(line.site) })));
}

/** Jira Cloud numbers its first issue 10000. */
const usualFirst = 9_999;
