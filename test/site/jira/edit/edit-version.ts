import { isReleased, type Version } from "../store/catalog";
import type { Origin } from "../store/store-event";
import type { World } from "../world";

export type VersionPatch = Partial<Pick<Version, "name" | "released" | "releaseDate">>;

/** Changes a version now; releasing it, and taking the release back, are events of their own. */
export function editVersion(
  world: World,
  version: Version,
  patch: VersionPatch,
  origin: Origin,
): Version {
  const now = world.store.now();
  const was = isReleased(version, now);
  const is = patch.released ?? was;
  const changed = {
    ...version,
    ...patch,
    released: is,
    ...(is && !was ? { releasedAt: now } : {}),
  };
  const what = was === is ? "updated" : is ? "released" : "unreleased";
  world.store.putVersion({ what, version: changed, origin });
  return changed;
}

export function createVersion(
  world: World,
  version: Pick<Version, "projectId" | "name" | "releaseDate">,
  origin: Origin,
): Version {
  const ids = [...world.store.catalog.versions.keys()].map(Number);
  const created = { ...version, id: String(Math.max(10_000, ...ids) + 1), released: false };
  world.store.putVersion({ what: "created", version: created, origin });
  return created;
}
