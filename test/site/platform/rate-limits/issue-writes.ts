import { isRead } from "./reads";

/** Writes to one issue: 20 in 2 s and 100 in 30 s. */
export type IssueWrites = {
  /** Undefined when the write may pass, else the limit that is full. */
  readonly refused: (
    issue: string,
    now: number,
  ) => { readonly size: number; readonly seconds: number } | undefined;
};

const limits = [
  { size: 20, seconds: 2 },
  { size: 100, seconds: 30 },
] as const;
const longest = 30 * 1000;

export function createIssueWrites(): IssueWrites {
  const writes = new Map<string, readonly number[]>();
  return {
    refused: (issue, now) => {
      const recent = (writes.get(issue) ?? []).filter((at) => at > now - longest);
      const full = limits.find(
        ({ size, seconds }) => recent.filter((at) => at > now - seconds * 1000).length >= size,
      );
      writes.set(issue, full === undefined ? [...recent, now] : recent);
      return full;
    },
  };
}

/** The issue that a request writes to, as its path names it; undefined for reads and for everything else. */
export function writtenIssue(operation: string, target: string): string | undefined {
  if (isRead(operation) || !operation.includes("/issue/{issueIdOrKey}")) return undefined;
  return /\/issue\/([^/?]+)/.exec(target)?.[1];
}
