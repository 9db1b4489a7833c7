import type { Version } from "../store/catalog";
import type { Asker } from "../visibility";
import type { World } from "../world";
import { refused } from "./rest-answer";

/** The version of this id; 404 when there is none or its project is hidden. */
export function knownVersion(world: World, asker: Asker, id: string): Version {
  const version = world.store.catalog.versions.get(id);
  if (version !== undefined && asker.seesProject(version.projectId)) return version;
  throw refused(404, [`Could not find version for id '${id}'`]);
}
