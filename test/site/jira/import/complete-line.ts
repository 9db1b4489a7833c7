import { z } from "zod/mini";
import { guessedLevel } from "./guessed-level";

/** Status name → category. */
type Categories = Readonly<Record<string, string>>;

const members = z.record(z.string(), z.unknown());
type Members = z.infer<typeof members>;

/**
 * An issue line as its author may have shortened it, with every member that has an evident value: what may be null is
 * null, lists are empty, the project follows from the key, the category from the statuses file. Nothing that is there
 * is changed, so that wrong members are still told as they were written.
 */
export function completeLine(input: unknown, statuses: Categories): unknown {
  const parsed = members.safeParse(input);
  if (!parsed.success) return input;
  const given = withoutNullLists(parsed.data);
  const changelog = Array.isArray(given["changelog"]) ? given["changelog"].map(completeChange) : [];
  return {
    ...nothing,
    ...placeOf(given),
    ...levelOf(given),
    ...timesOf(given, changelog),
    ...categoryOf(given, statuses),
    historyBasis: changelog.length > 0 ? "full" : "none",
    ...given,
    changelog:
      "changelog" in given && !Array.isArray(given["changelog"]) ? given["changelog"] : changelog,
    fixVersions: completeItems(given["fixVersions"], {
      id: null,
      released: false,
      releaseDate: null,
    }),
    sprints: completeItems(given["sprints"], { id: null, state: "", ...sprintTimes }),
  };
}

const sprintTimes = { start: null, end: null, complete: null };

const nothing = {
  id: null,
  parent: null,
  epic: null,
  statusId: null,
  priority: null,
  assignee: null,
  reporter: null,
  resolved: null,
  resolution: null,
  dueDate: null,
  storyPoints: null,
  originalEstimateSec: null,
  remainingEstimateSec: null,
  timeSpentSec: null,
  labels: [],
  components: [],
  subtasks: [],
  links: [],
  commentCount: 0,
};

const lists = ["labels", "components", "fixVersions", "sprints", "subtasks", "links", "changelog"];

function withoutNullLists(given: Members): Members {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== null || !lists.includes(name)),
  );
}

function placeOf({ key, project }: Members): Members {
  const ofKey = typeof key === "string" ? key.slice(0, Math.max(key.lastIndexOf("-"), 0)) : "";
  return { site: "export", project: ofKey, projectName: project ?? ofKey };
}

function levelOf({ type, subtask, hierarchyLevel }: Members): Members {
  const guessed = typeof type === "string" ? guessedLevel(type) : 0;
  return {
    hierarchyLevel: subtask === true ? -1 : guessed,
    subtask: typeof hierarchyLevel === "number" ? hierarchyLevel < 0 : guessed < 0,
  };
}

/** Without `updated`, an issue was touched last when the last thing happened to it that the line tells. */
function timesOf({ created, resolved }: Members, changelog: readonly unknown[]): Members {
  const told = [created, resolved, ...changelog.map((item) => members.safeParse(item).data?.["at"])]
    .flatMap((at) => (typeof at === "string" && !Number.isNaN(Date.parse(at)) ? [at] : []))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return { updated: told.at(-1) };
}

function categoryOf({ status }: Members, statuses: Categories): Members {
  const category = typeof status === "string" ? statuses[status] : undefined;
  return category === undefined ? {} : { statusCategory: category };
}

function completeItems(list: unknown, defaults: Members): unknown {
  if (list === undefined) return [];
  if (!Array.isArray(list)) return list;
  return list.map((item: unknown) => {
    const given = members.safeParse(item);
    return given.success ? { ...defaults, ...given.data } : item;
  });
}

/** `toString` must be an own member: every object inherits one. */
function completeChange(item: unknown): unknown {
  const given = members.safeParse(item);
  if (!given.success) return item;
  return { by: null, from: null, to: null, fromString: null, toString: null, ...given.data };
}
