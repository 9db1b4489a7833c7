import type { Project } from "../store/catalog";
import type { StoredIssue } from "../store/issue";
import type { Asker } from "../visibility";
import type { World } from "../world";
import { refused } from "./rest-answer";

/** The issue of this id or key, former keys too; 404 when there is none or it is hidden. */
export function knownIssue(world: World, asker: Asker, idOrKey: string): StoredIssue {
  const issue = findIssue(world, asker, idOrKey);
  if (issue !== undefined) return issue;
  throw refused(404, ["Issue does not exist or you do not have permission to see it."]);
}

export function findIssue(world: World, asker: Asker, idOrKey: string): StoredIssue | undefined {
  const { byId, byKey } = world.store;
  const issue = /^\d+$/.test(idOrKey) ? byId(idOrKey) : byKey(idOrKey);
  return issue !== undefined && asker.sees(issue) ? issue : undefined;
}

export function knownProject(world: World, asker: Asker, idOrKey: string): Project {
  const project = [...world.store.catalog.projects.values()].find(
    ({ id, key }) => (id === idOrKey || key === idOrKey) && asker.seesProject(id),
  );
  if (project !== undefined) return project;
  throw refused(404, [`No project could be found with key '${idOrKey}'.`]);
}
