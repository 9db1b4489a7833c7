import { subDays, subHours } from "date-fns";
import type { Category } from "../../../src/domain/item";
import type { ReadIssue } from "../../../src/use-cases/jira-ports";
import { asOf } from "../../build/item";
import { aReadIssue } from "../../build/read-issue";
import { createRandom, type Random } from "../../site/company/random";

/** A container with its stories and their sub-tasks: what one link brings. The container comes first. */
export type Family = { readonly issues: readonly ReadIssue[] };

/** Issue types by id: the epic, three kinds of stories, the sub-task. */
const types = { epic: "10000", stories: ["10001", "10002", "10003"], subTask: "10004" } as const;

const issuesPerProject = 2000;
const fewestProjects = 4;

/**
 * So many issues in families of about `perFamily`, the same for the same seed: a seventh of them sub-tasks, a third
 * Done, every seventh without points.
 */
export function madeFamilies(issues: number, perFamily: number, seed: number): readonly Family[] {
  const random = createRandom(seed).fork("work");
  const projects = Math.max(fewestProjects, Math.round(issues / issuesPerProject));
  const families: Family[] = [];
  for (let left = issues, firstId = 1_000_001; left > 0;) {
    const size = Math.min(left, perFamily);
    const projectId = String(
      10_000 + Math.floor((families.length * projects * perFamily) / issues),
    );
    families.push(familyOf({ size, firstId, projectId }, random));
    left -= size;
    firstId += size;
  }
  return families;
}

type Place = { readonly size: number; readonly firstId: number; readonly projectId: string };

const storiesPerSubTask = 6;

function familyOf({ size, firstId, projectId }: Place, random: Random): Family {
  const subTasks = Math.floor((size - 1) / (storiesPerSubTask + 1));
  const storyIds = idsFrom(firstId + 1, size - 1 - subTasks);
  const parentOf = new Map(
    idsFrom(firstId + size - subTasks, subTasks).map((id) => [id, random.pick(storyIds)]),
  );
  const made = [...parentOf].map(([id, parentId]) =>
    issueOf(random, { id, projectId, parentId, level: -1, typeId: types.subTask }),
  );
  const epicId = String(firstId);
  const stories = storyIds.map((id) => {
    const typeId = random.pick(types.stories);
    const story = issueOf(random, { id, projectId, parentId: epicId, level: 0, typeId });
    return withSubTasks(
      story,
      made.filter(({ item }) => item.parentId === id),
    );
  });
  const epic = { id: epicId, projectId, parentId: null, level: 1, typeId: types.epic };
  const root = issueOf(random, epic);
  const item = { ...root.item, points: null, hasChildren: stories.length > 0 };
  return { issues: [{ ...root, item }, ...stories, ...made] };
}

const idsFrom = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => String(first + n));

export function withSubTasks(issue: ReadIssue, subTasks: readonly ReadIssue[]): ReadIssue {
  const openSubTasks = subTasks.filter(({ item }) => item.category !== "done").length;
  const item = { ...issue.item, openSubTasks, hasSubTasks: subTasks.length > 0 };
  return { ...issue, item, subTaskIds: subTasks.map((each) => each.item.id) };
}

type Kin = Pick<ReadIssue["item"], "id" | "projectId" | "parentId" | "level" | "typeId">;

const categories: readonly (readonly [Category, number])[] = [
  ["new", 45],
  ["indeterminate", 20],
  ["done", 35],
];
const hour = 3600;

function issueOf(random: Random, kin: Kin): ReadIssue {
  const category = random.weighted(categories);
  const isDone = category === "done";
  const doneSince = subHours(asOf, random.whole(1, 300 * 24));
  const projectKey = `P${kin.projectId}`;
  return aReadIssue(
    {
      ...kin,
      category,
      doneSince: isDone ? doneSince : null,
      resolution: isDone ? resolutionOf(random) : null,
      points: random.chance(0.15) ? null : random.pick([1, 2, 3, 5, 8, 13]),
      estimateSeconds: random.chance(0.4) ? random.whole(1, 10) * 2 * hour : null,
    },
    {
      key: `${projectKey}-${kin.id}`,
      projectKey,
      secured: random.chance(0.01),
      createdAt: subDays(asOf, random.whole(301, 700)),
      updatedAt: subDays(asOf, random.whole(1, 300)),
    },
  );
}

const resolutionOf = (random: Random) => (random.chance(0.06) ? "Won't Do" : "Done");
