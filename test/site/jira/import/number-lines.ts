import type { IssueLine, UnnumberedLine } from "./issue-line";

/**
 * Gives the issues that have no id one above all that their site has, in the order of the lines; versions without an
 * id share that of their name in their project.
 */
export function numberLines(
  files: readonly (readonly UnnumberedLine[])[],
): readonly (readonly IssueLine[])[] {
  const nextIssueId = numbering(files.flat());
  const versionIdOf = versionIds(files.flat());
  return files.map((lines) =>
    lines.map((line) => ({
      ...line,
      id: line.id ?? nextIssueId(line.site),
      fixVersions: line.fixVersions.map((version) => ({
        ...version,
        id: version.id ?? versionIdOf(line, version.name),
      })),
    })),
  );
}

/** Jira Cloud numbers its first issue 10000. */
const beforeFirst = 9_999;

function numbering(lines: readonly UnnumberedLine[]): (site: string) => string {
  const last = new Map<string, number>();
  const lastOf = (site: string) => last.get(site) ?? beforeFirst;
  for (const { site, id } of lines) last.set(site, Math.max(lastOf(site), Number(id ?? 0)));
  return (site) => {
    last.set(site, lastOf(site) + 1);
    return String(last.get(site));
  };
}

/** Far above the ids that sites give. */
const firstVersionId = 900_000_000;

function versionIds(lines: readonly UnnumberedLine[]) {
  const ids = new Map<string, string>();
  const place = ({ site, project }: UnnumberedLine, name: string) =>
    JSON.stringify([site, project, name]);
  for (const line of lines) {
    for (const { id, name } of line.fixVersions) if (id !== null) ids.set(place(line, name), id);
  }
  let next = firstVersionId;
  return (line: UnnumberedLine, name: string): string => {
    const known = ids.get(place(line, name));
    if (known !== undefined) return known;
    const fresh = String(next++);
    ids.set(place(line, name), fresh);
    return fresh;
  };
}
