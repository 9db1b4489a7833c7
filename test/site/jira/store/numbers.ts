import type { RecordedIssue } from "./issue";

/** New ids and issue numbers lie above all recorded ones, those still to come included. */
export function createNumbers(recorded: readonly RecordedIssue[]) {
  let issueId = 10_000;
  let changeId = 10_000;
  const numbers = new Map<string, number>();
  const see = (key: string) => {
    const dash = key.lastIndexOf("-");
    const project = key.slice(0, dash);
    numbers.set(project, Math.max(numbers.get(project) ?? 0, Number(key.slice(dash + 1))));
  };
  for (const { id, initial, changes } of recorded) {
    issueId = Math.max(issueId, Number(id));
    see(initial.key);
    for (const change of changes) {
      changeId = Math.max(changeId, Number(change.id));
      if (change.patch.key !== undefined) see(change.patch.key);
    }
  }
  return {
    nextIssueId: () => String((issueId += 1)),
    nextChangeId: () => String((changeId += 1)),
    nextIssueNumber: (projectKey: string) => {
      const number = (numbers.get(projectKey) ?? 0) + 1;
      numbers.set(projectKey, number);
      return number;
    },
  };
}
