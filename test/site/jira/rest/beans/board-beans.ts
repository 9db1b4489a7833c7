import type { Board } from "../../store/catalog";
import type { World } from "../../world";
import { statusesOfProject } from "../workflow";
import { projectBean } from "./catalog-beans";

export function boardBean(world: World, board: Board) {
  const project = world.store.catalog.projects.get(board.projectId);
  const { id, name, type } = board;
  return {
    id,
    self: `${world.siteUrl}/rest/agile/1.0/board/${String(id)}`,
    name,
    type,
    ...(project && {
      location: {
        projectId: Number(project.id),
        displayName: `${project.name} (${project.key})`,
        projectName: project.name,
        projectKey: project.key,
        projectTypeKey: "software",
        avatarURI: `${world.siteUrl}/avatar/${project.key}?size=24x24`,
        name: `${project.name} (${project.key})`,
      },
    }),
    isPrivate: false,
  };
}

const columnNames = {
  undefined: "To Do",
  new: "To Do",
  indeterminate: "In Progress",
  done: "Done",
};

/** A column for each status category; scrum boards estimate in story points where the project's issues have any. */
export function boardConfigurationBean(world: World, board: Board) {
  const { id, name, type, projectId } = board;
  const project = world.store.catalog.projects.get(projectId);
  const statuses = statusesOfProject(world, projectId);
  const columns = [...new Set(Object.values(columnNames))].map((column) => ({
    name: column,
    statuses: statuses
      .filter(({ category }) => columnNames[category] === column)
      .map((status) => ({
        id: status.id,
        self: `${world.siteUrl}/rest/api/2/status/${status.id}`,
      })),
  }));
  return {
    id,
    name,
    type,
    self: `${world.siteUrl}/rest/agile/1.0/board/${String(id)}/configuration`,
    ...(project && { location: locationBean(world, project.id) }),
    filter: {
      id: String(10_000 + id),
      self: `${world.siteUrl}/rest/api/2/filter/${String(10_000 + id)}`,
    },
    ...(type === "kanban" ? { subQuery: { query: openOrUnreleased } } : {}),
    columnConfig: { columns, constraintType: "issueCount" },
    ...(type === "scrum" ? { estimation: estimation(world, projectId) } : {}),
    ranking: { rankCustomFieldId: 10_019 },
  };
}

const openOrUnreleased = "fixVersion in unreleasedVersions() OR fixVersion is EMPTY";

function locationBean(world: World, projectId: string) {
  const project = world.store.catalog.projects.get(projectId);
  if (project === undefined) return undefined;
  const { id, key, name, self } = projectBean(world, project);
  return { type: "project", key, id, self, name };
}

function estimation({ store }: World, projectId: string) {
  const isSized = [...store.idsOfProject(projectId)].some(
    (id) => (store.byId(id)?.fields.storyPoints ?? null) !== null,
  );
  if (!isSized) return { type: "none" };
  return { type: "field", field: { fieldId: "customfield_10034", displayName: "Story Points" } };
}
