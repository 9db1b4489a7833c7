import type { GoalSeed } from "../assembly/seed-goals";
import type { IssueLine, StatusCategories } from "../jira/import/issue-line";
import type { SiteUser } from "../jira/site-user";
import { companyNow } from "./calendar";
import type { Draft } from "./draft";
import { goalsOf } from "./goals";
import { lineOf } from "./line-of";
import { users } from "./people";
import { planProject } from "./plan-project";
import { planRelations } from "./plan-relations";
import { initiativeRef, planRoadmap } from "./plan-roadmap";
import { projects } from "./projects";
import { createRandom } from "./random";
import { statuses } from "./vocabulary";

/** A company with its issues and their whole history, its people and its goals. */
export type Company = {
  readonly lines: readonly IssueLine[];
  readonly statuses: StatusCategories;
  readonly users: readonly SiteUser[];
  readonly goals: readonly GoalSeed[];
  /** Epoch milliseconds of the end of the data, where the site's clock starts. */
  readonly now: number;
};

/** The seed of the default data. */
export const companySeed = 1;

/** The local site's own company: the same bytes each time for the same seed. */
export function generateCompany(seed: number): Company {
  const random = createRandom(seed);
  const drafts = [
    ...planRoadmap(random.fork("roadmap")),
    ...projects.flatMap((project, index) => {
      const known = { index, initiativeOf: initiativeRef };
      const planned = planProject(random.fork(project.key), project, known);
      return planRelations(random.fork(`${project.key} relations`), alive(planned));
    }),
  ];
  const lines = write(drafts);
  return { lines, statuses, users, goals: goalsOf(lines), now: companyNow };
}

/** Issues that exist before the data end, with a parent that exists. */
function alive(drafts: readonly Draft[]): readonly Draft[] {
  const born = drafts.filter(({ createdAt }) => createdAt < companyNow);
  const refs = new Set(born.map(({ ref }) => ref));
  return born.filter(({ parent, type }) => type === "Epic" || parent === null || refs.has(parent));
}

/** Numbers the issues by their creation, each project by itself, and lets them live. */
function write(drafts: readonly Draft[]): readonly IssueLine[] {
  const inOrder = drafts.toSorted((a, b) => a.createdAt - b.createdAt);
  const keys = new Map<string, string>();
  const ids = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const { ref, project } of inOrder) {
    const number = (numbers.get(project.key) ?? 0) + 1;
    numbers.set(project.key, number);
    keys.set(ref, `${project.key}-${String(number)}`);
    ids.set(ref, String(firstIssueId + ids.size));
  }
  const subTasks = new Map<string, string[]>();
  for (const { ref, type, parent } of inOrder) {
    if (type !== "Sub-task" || parent === null) continue;
    const parentKey = found(keys, parent);
    subTasks.set(parentKey, [...(subTasks.get(parentKey) ?? []), found(keys, ref)]);
  }
  const place = {
    keyOf: (ref: string) => found(keys, ref),
    idOf: (ref: string) => found(ids, ref),
    subTasksOf: (key: string) => subTasks.get(key) ?? [],
  };
  return drafts.map((draft) => lineOf(draft, place)).toSorted(byKey);
}

const firstIssueId = 10_001;

function found(names: ReadonlyMap<string, string>, ref: string): string {
  const name = names.get(ref);
  if (name === undefined) throw new Error(`No issue was planned as ${ref}`);
  return name;
}

/** By project, then by number, as exports are. */
function byKey(a: IssueLine, b: IssueLine): number {
  if (a.project !== b.project) return a.project < b.project ? -1 : 1;
  return Number(a.key.split("-")[1]) - Number(b.key.split("-")[1]);
}
