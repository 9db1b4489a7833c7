import type { Change, RecordedIssue } from "./issue";

/** Something recorded that happens at its instant: an issue is created (change null), or changed. */
export type Occurrence = {
  readonly at: number;
  readonly issue: RecordedIssue;
  readonly change: Change | null;
};

export function occurrencesOf(issue: RecordedIssue): readonly Occurrence[] {
  return [
    { at: issue.createdAt, issue, change: null },
    ...issue.changes.map((change) => ({ at: change.at, issue, change })),
  ];
}
