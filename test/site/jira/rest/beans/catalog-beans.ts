import {
  type CategoryKey,
  isReleased,
  type IssueType,
  type Named,
  type Project,
  type Sprint,
  sprintState,
  type Status,
  type Version,
} from "../../store/catalog";
import type { World } from "../../world";
import { avatarUrls } from "./user-bean";

const categories = {
  undefined: { id: 1, key: "undefined", colorName: "medium-gray", name: "No Category" },
  new: { id: 2, key: "new", colorName: "blue-gray", name: "To Do" },
  indeterminate: { id: 4, key: "indeterminate", colorName: "yellow", name: "In Progress" },
  done: { id: 3, key: "done", colorName: "green", name: "Done" },
} as const;

export const categoryKeys: readonly CategoryKey[] = ["undefined", "new", "indeterminate", "done"];

export function categoryBean({ siteUrl }: World, key: CategoryKey) {
  const { id, ...rest } = categories[key];
  return { self: `${siteUrl}/rest/api/3/statuscategory/${String(id)}`, id, ...rest };
}

export function statusBean(world: World, status: Status) {
  return {
    self: `${world.siteUrl}/rest/api/3/status/${status.id}`,
    description: "",
    iconUrl: `${world.siteUrl}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: categoryBean(world, status.category),
  };
}

export function issueTypeBean({ siteUrl }: World, type: IssueType) {
  return {
    self: `${siteUrl}/rest/api/3/issuetype/${type.id}`,
    id: type.id,
    description: "",
    iconUrl: `${siteUrl}/images/icons/issuetypes/${type.id}.svg`,
    name: type.name,
    subtask: type.level < 0,
    avatarId: 10_300 + (Number(type.id) % 100),
    hierarchyLevel: type.level,
  };
}

export function projectBean({ siteUrl }: World, project: Project) {
  return {
    self: `${siteUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: "software" as const,
    simplified: false,
    avatarUrls: avatarUrls(siteUrl, project.key),
  };
}

/** A priority, resolution, component or security level. */
export function namedBean({ siteUrl }: World, kind: string, named: Named) {
  return { self: `${siteUrl}/rest/api/3/${kind}/${named.id}`, id: named.id, name: named.name };
}

export function priorityBean(world: World, priority: Named) {
  const iconUrl = `${world.siteUrl}/images/icons/priorities/${priority.id}.svg`;
  return { ...namedBean(world, "priority", priority), iconUrl };
}

export function resolutionBean(world: World, resolution: Named) {
  return { ...namedBean(world, "resolution", resolution), description: "" };
}

export function versionBean(world: World, version: Version) {
  return {
    self: `${world.siteUrl}/rest/api/3/version/${version.id}`,
    id: version.id,
    description: "",
    name: version.name,
    archived: false,
    released: isReleased(version, world.store.now()),
    ...(version.releaseDate === null ? {} : { releaseDate: version.releaseDate }),
  };
}

/** A version as its project lists it. */
export function projectVersionBean(world: World, version: Version) {
  return { ...versionBean(world, version), projectId: Number(version.projectId) };
}

/** A sprint as the sprint field of an issue holds it. */
export function sprintBean(world: World, sprint: Sprint) {
  const instant = (at: number | null) => (at === null ? undefined : new Date(at).toISOString());
  const state = sprintState(sprint, world.store.now());
  return {
    id: sprint.id,
    name: sprint.name,
    state,
    boardId: sprint.boardId,
    goal: "",
    startDate: instant(sprint.start),
    endDate: instant(sprint.end),
    completeDate: state === "closed" ? instant(sprint.complete ?? sprint.end) : undefined,
  };
}

/** A sprint as Jira Software answers it. */
export function agileSprintBean(world: World, sprint: Sprint) {
  const { boardId, ...bean } = sprintBean(world, sprint);
  return {
    ...bean,
    self: `${world.siteUrl}/rest/agile/1.0/sprint/${String(sprint.id)}`,
    originBoardId: boardId,
  };
}
