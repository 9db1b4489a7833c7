import type { Version } from "../store/catalog";
import type { Origin } from "../store/store-event";
import type { World } from "../world";
import { editIssue } from "./edit-issue";

/** Deletes a version now. Its issues get the other one in its place where there is one, each with a changelog entry. */
export function deleteVersion(
  world: World,
  version: Version,
  moveTo: Version | undefined,
  origin: Origin,
): void {
  for (const { id, fields } of world.store.all()) {
    if (!fields.fixVersionIds.includes(version.id)) continue;
    const others = fields.fixVersionIds.filter((each) => each !== version.id);
    const fixVersionIds = [...new Set([...others, ...(moveTo === undefined ? [] : [moveTo.id])])];
    editIssue(world, id, { fixVersionIds }, origin);
  }
  const moved = moveTo === undefined ? {} : { moveTo };
  world.store.putVersion({ what: "deleted", version, origin, ...moved });
}
