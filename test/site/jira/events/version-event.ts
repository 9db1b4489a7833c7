import type { ProductEvent } from "../../boundary";
import { projectVersionBean } from "../rest/beans/catalog-beans";
import type { VersionEvent } from "../store/store-event";
import type { World } from "../world";

/** What Forge delivers for a version; body as in Atlassian's table of Jira events. */
export function versionEvent(
  world: World,
  { what, version, moveTo, origin }: VersionEvent,
): ProductEvent {
  const eventType = `avi:jira:${what}:version`;
  const selfGenerated = origin.byApp;
  return {
    eventType,
    selfGenerated,
    body: {
      timestamp: String(world.store.now()),
      version: projectVersionBean(world, version),
      ...(moveTo === undefined ? {} : { newFixVersion: projectVersionBean(world, moveTo) }),
      ...(what === "deleted" ? { customFieldReplacements: [] } : {}),
      ...(origin.accountId === null ? {} : { atlassianId: origin.accountId }),
      eventType,
      selfGenerated,
    },
  };
}
