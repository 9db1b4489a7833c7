import type { Item } from "../../src/domain/item";

/** The day on which the fixtures are looked at. */
export const asOf = new Date("2026-03-16T12:00:00Z");

/** Done since then: longer than any settle time. */
export const longAgo = new Date("2026-01-05T09:00:00Z");

/** A To Do story of project 10000; override what the test is about. */
export function anItem(override: Partial<Item> & { readonly id: string }): Item {
  return {
    projectId: "10000",
    typeId: "10001",
    level: 0,
    parentId: null,
    category: "new",
    resolution: null,
    doneSince: null,
    points: null,
    estimateSeconds: null,
    subTaskEstimateSeconds: null,
    openSubTasks: 0,
    hasSubTasks: false,
    hasChildren: false,
    ...override,
  };
}

/** A story that has been Done for longer than any settle time. */
export function aDoneItem(override: Partial<Item> & { readonly id: string }): Item {
  return anItem({ category: "done", resolution: "Done", doneSince: longAgo, ...override });
}
