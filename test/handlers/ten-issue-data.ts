import type { SiteData } from "../site/assembly/site-data";
import { day, line, statuses } from "../site/jira/fixture/lines";
import type { IssueLine } from "../site/jira/import/issue-line";
import type { SiteUser } from "../site/jira/site-user";

/** Ana administers; Lee browses ABC without secured issues; Mel browses XYZ only; Gus browses nothing. */
export const ana = "5f0000000000000000000001";
export const lee = "5f0000000000000000000002";
export const mel = "5f0000000000000000000003";
export const gus = "5f0000000000000000000004";

const user = (accountId: string, displayName: string, projects: readonly string[]): SiteUser => ({
  accountId,
  displayName,
  admin: false,
  projects,
  securityLevels: [],
});

const users: readonly SiteUser[] = [
  { ...user(ana, "Ana Admin", []), admin: true, projects: "all", securityLevels: "all" },
  user(lee, "Lee Lead", ["ABC"]),
  user(mel, "Mel Member", ["XYZ"]),
  user(gus, "Gus Guest", []),
];

/** Of a story that was Done from the start: nobody reopened it but S9. */
const done = { status: "Done", resolution: "Done", resolved: day(2) } as const;

/** ABC-1 is the epic E1 of the specification with its own estimate of 40, ABC-11 to ABC-20 its stories S1 to S10. */
const epic = line(1, {
  type: "Epic",
  hierarchyLevel: 1,
  storyPoints: 40,
  summary: "E1",
});

const story = (n: number, storyPoints: number | null, changes: Partial<IssueLine> = {}) =>
  line(10 + n, { epic: "ABC-1", storyPoints, summary: `S${String(n)}`, ...changes });

const subTask = (n: number, parent: number, changes: Partial<IssueLine> = {}) =>
  line(20 + n, {
    type: "Sub-task",
    subtask: true,
    hierarchyLevel: -1,
    parent: `ABC-${String(10 + parent)}`,
    ...changes,
  });

const stories: readonly IssueLine[] = [
  story(1, 3, done),
  story(2, 2, { ...done, subtasks: ["ABC-21", "ABC-22"] }),
  story(3, 5, { ...done, resolution: "Won't Do" }),
  story(4, null, { ...done, resolution: "Duplicate" }),
  story(5, 8, {
    status: "In Progress",
    subtasks: ["ABC-23", "ABC-24", "ABC-25", "ABC-26"],
  }),
  story(6, 1, done),
  story(7, null),
  story(8, 13),
  story(9, 1, done),
  story(10, 3, { ...done, subtasks: ["ABC-27"] }),
];

const subTasks: readonly IssueLine[] = [
  subTask(1, 2, done),
  subTask(2, 2, done),
  subTask(3, 5, done),
  subTask(4, 5, done),
  subTask(5, 5, { status: "In Progress" }),
  subTask(6, 5),
  subTask(7, 10),
];

/** A second project that nobody's epic reaches: XYZ-1 to XYZ-6, To Do, 1 point each. */
const elsewhere = [1, 2, 3, 4, 5, 6].map((n) =>
  line(100 + n, {
    project: "XYZ",
    projectName: "Elsewhere",
    key: `XYZ-${String(n)}`,
    storyPoints: 1,
    summary: `Hidden work ${String(n)}`,
  }),
);

export const now = Date.parse(day(31));

/** The ten-issue epic with its sub-tasks, as a site; `change` alters lines where a test needs it. */
export function tenIssueData(change: (line: IssueLine) => IssueLine = (same) => same): SiteData {
  const lines = [epic, ...stories, ...subTasks, ...elsewhere].map((each) =>
    change({ ...each, historyBasis: "none" }),
  );
  return { exports: [{ name: "ten", lines, statuses }], users, goals: [], now };
}
