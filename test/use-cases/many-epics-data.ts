import type { SiteData } from "../site/assembly/site-data";
import { line, statuses } from "../site/jira/fixture/lines";
import type { IssueLine } from "../site/jira/import/issue-line";
import { tenIssueData } from "../handlers/ten-issue-data";

export const epicKeys = Array.from({ length: 30 }, (_, n) => `ABC-${String(n + 1)}`);
const storiesPerEpic = 20;
/** Epics, stories and one sub-task of every fifth story. */
export const issuesInAll = 30 + 600 + 120;

/** Thirty epics ABC-1 to ABC-30 with their stories and sub-tasks, all to do. */
export function manyEpicsData(): SiteData {
  const epics = epicKeys.map((_, n) => line(n + 1, { type: "Epic", hierarchyLevel: 1 }));
  const stories = epicKeys.flatMap((epic, n) =>
    Array.from({ length: storiesPerEpic }, (_, at) => story(100 + n * storiesPerEpic + at, epic)),
  );
  const subTasks = stories.flatMap(({ key, subtasks }) =>
    subtasks.map((subTask) =>
      line(Number(subTask.slice("ABC-".length)), {
        type: "Sub-task",
        subtask: true,
        hierarchyLevel: -1,
        parent: key,
      }),
    ),
  );
  const lines = [...epics, ...stories, ...subTasks].map((each) => ({
    ...each,
    historyBasis: "none" as const,
  }));
  return { ...tenIssueData(), exports: [{ name: "many", lines, statuses }] };
}

function story(number: number, epic: string): IssueLine {
  const subtasks = number % 5 === 0 ? [`ABC-${String(number + 1000)}`] : [];
  return line(number, { epic, subtasks });
}
