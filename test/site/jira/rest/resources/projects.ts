import type { Project } from "../../store/catalog";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import { issueTypeBean, namedBean, projectBean, projectVersionBean } from "../beans/catalog-beans";
import { knownProject } from "../known";
import { listParameter, pageBean, pageSize, startAt } from "../paging";
import type { Resource } from "../resource";
import { ok } from "../rest-answer";
import { versionsOfProject } from "./versions";

/** Projects that the asker may browse, their versions. */
export const projectResources: readonly Resource[] = [
  {
    operation: "GET /rest/api/3/project/search",
    query: ["startAt", "maxResults", "query", "id", "keys"],
    answer: (world, { asker, query }) => {
      const found = searchProjects(world, asker, query);
      const size = pageSize(query.get("maxResults"), { usual: 50, most: 50 });
      const self = `${world.siteUrl}/rest/api/3/project/search`;
      const page = pageBean(found, startAt(query), size, self);
      return ok({ ...page, values: page.values.map((project) => listedProject(world, project)) });
    },
  },
  {
    operation: "GET /rest/api/3/project/{projectIdOrKey}",
    answer: (world, { asker, parameter }) => {
      const project = knownProject(world, asker, parameter("projectIdOrKey"));
      const { types, components } = world.store.catalog;
      return ok({
        ...listedProject(world, project),
        description: "",
        issueTypes: [...types.values()].map((type) => issueTypeBean(world, type)),
        components: [...components.values()]
          .filter(({ projectId }) => projectId === project.id)
          .map((component) => namedBean(world, "component", component)),
        versions: versionsOf(world, project),
      });
    },
  },
  {
    operation: "GET /rest/api/3/project/{projectIdOrKey}/versions",
    answer: (world, { asker, parameter }) =>
      ok(versionsOf(world, knownProject(world, asker, parameter("projectIdOrKey")))),
  },
];

function searchProjects(world: World, asker: Asker, query: URLSearchParams): readonly Project[] {
  const wanted = (query.get("query") ?? "").toLowerCase();
  const ids = listParameter(query, "id");
  const keys = listParameter(query, "keys");
  return [...world.store.catalog.projects.values()]
    .filter(({ id }) => asker.seesProject(id))
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .filter(({ key }) => keys.length === 0 || keys.includes(key))
    .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(wanted))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function listedProject(world: World, project: Project) {
  return {
    expand: "description,lead,issueTypes,url,projectKeys,permissions,insight",
    ...projectBean(world, project),
    style: "classic",
    isPrivate: false,
    properties: {},
  };
}

function versionsOf(world: World, project: Project) {
  return versionsOfProject(world, project.id).map((version) => projectVersionBean(world, version));
}
