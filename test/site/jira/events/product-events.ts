import type { ProductEvent } from "../../boundary";
import type { StoreEvent } from "../store/store-event";
import type { World } from "../world";
import { issueEvents } from "./issue-events";
import { linkEvents } from "./link-events";
import { sprintEvent } from "./sprint-event";
import { versionEvent } from "./version-event";

/**
 * Everything that Forge delivers to triggers for something that happened in the site. Its list of events has none for
 * issues that are archived or restored (@forge/manifest 13.7).
 */
export function productEvents(world: World, event: StoreEvent): readonly ProductEvent[] {
  switch (event.kind) {
    case "version":
      return [versionEvent(world, event)];
    case "sprint":
      return [sprintEvent(world, event)];
    case "archived":
    case "restored":
      return [];
    case "created":
    case "changed":
    case "deleted":
      return [...issueEvents(world, event), ...linkEvents(world, event)];
  }
}
