import type { Random } from "../../site/company/random";
import { line, statuses } from "../../site/jira/fixture/lines";
import type { IssueLine } from "../../site/jira/import/issue-line";
import type { SiteData } from "../../site/assembly/site-data";

/** Who does everything in a chaos run: an administrator who sees all. */
export const admin = "5f0000000000000000000001";

/** Name of the security level that hides an issue from the app. */
export const hiddenLevel = "Out of sight";

export const projectKeys = ["ABC", "DEF", "GHI"] as const;

const hour = 3_600_000;
const day = 24 * hour;
/** Nothing in the data is older. */
const beginning = Date.parse("2026-01-05T09:00:00.000Z");
const lifetime = 60 * day;

const now = beginning + lifetime;

/** Sizes a team uses; null is what it forgot. */
const pointSizes = [null, null, 0, 1, 1, 2, 3, 5, 8, 0.5];
const estimates = [null, null, 0, 1800, 3600, 7200, 14_400];
export const labels = ["alpha", "beta", "gamma"] as const;
export const resolutions = ["Done", "Done", "Done", "Won't Do", "Duplicate"] as const;

/** Draws what an issue says of itself. */
export const drawn = {
  points: (chance: Random) => chance.pick(pointSizes),
  estimate: (chance: Random) => chance.pick(estimates),
  labels: (chance: Random) => labels.filter(() => chance.chance(0.3)),
};

/** A small company: initiatives, epics, stories, tasks and sub-tasks of two or three projects. */
export function chaosSite(chance: Random): SiteData {
  const keys = projectKeys.slice(0, chance.whole(2, 3));
  const drawer = createDrawer(chance);
  const lines = keys.flatMap((project) => projectLines(chance, project, drawer));
  const vocabulary = keys.map((project) => drawer(project, vocabularyOf(project)));
  return {
    exports: [{ name: "chaos", lines: [...lines, ...vocabulary.flat()], statuses }],
    users: [
      {
        accountId: admin,
        displayName: "Ana Admin",
        admin: true,
        projects: "all",
        securityLevels: "all",
      },
    ],
    goals: [],
    now,
  };
}

type Drawer = (project: string, changes: Partial<IssueLine>) => IssueLine;

function createDrawer(chance: Random): Drawer {
  const numbers = new Map<string, number>();
  let ids = 0;
  return (project, changes) => {
    const number = (numbers.get(project) ?? 0) + 1;
    numbers.set(project, number);
    ids += 1;
    const created = beginning + Math.floor(chance.next() * (lifetime - 20 * day));
    const status = chance.weighted([
      ["To Do", 4],
      ["In Progress", 3],
      ["Done", 4],
    ] as const);
    const resolved = created + Math.floor(chance.next() * (now - created - hour));
    const isDone = status === "Done";
    return line(number, {
      id: String(10_000 + ids),
      key: `${project}-${String(number)}`,
      project,
      projectName: `Project ${project}`,
      status,
      created: new Date(created).toISOString(),
      updated: new Date(isDone ? resolved : created).toISOString(),
      resolution: isDone ? chance.pick(resolutions) : null,
      resolved: isDone ? new Date(resolved).toISOString() : null,
      storyPoints: drawn.points(chance),
      originalEstimateSec: drawn.estimate(chance),
      labels: drawn.labels(chance),
      historyBasis: "none",
      ...changes,
    });
  };
}

const initiative = { type: "Initiative", hierarchyLevel: 2 } as const;
const epic = { type: "Epic", hierarchyLevel: 1 } as const;
const subTask = { type: "Sub-task", subtask: true, hierarchyLevel: -1 } as const;

/** So that every project knows every version, resolution and the hiding level from the start. */
const vocabularyOf = (project: string): Partial<IssueLine> => ({
  status: "Done",
  resolution: "Duplicate",
  securityLevel: hiddenLevel,
  fixVersions: ["1.0", "2.0"].map((name, index) => ({
    id: String(9000 + projectKeys.findIndex((key) => key === project) * 10 + index),
    name: `${project} ${name}`,
    released: false,
    releaseDate: null,
  })),
});

function projectLines(chance: Random, project: string, draw: Drawer): readonly IssueLine[] {
  const top = chance.chance(0.5) ? [draw(project, initiative)] : [];
  const epics = Array.from({ length: chance.whole(2, 5) }, () =>
    draw(project, { ...epic, parent: chance.chance(0.6) ? (top[0]?.key ?? null) : null }),
  );
  const stories = Array.from({ length: chance.whole(10, 30) }, () => {
    const type = chance.pick(["Story", "Story", "Bug", "Task"]);
    const epicKey = chance.chance(0.8) ? chance.pick(epics).key : null;
    return draw(project, { type, epic: epicKey });
  });
  const subTasks = stories.flatMap((story) =>
    chance.chance(0.25)
      ? Array.from({ length: chance.whole(1, 3) }, () =>
          draw(project, { ...subTask, parent: story.key }),
        )
      : [],
  );
  return [...top, ...epics, ...stories, ...subTasks];
}
