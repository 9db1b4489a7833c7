import type { Item } from "../../src/domain/item";
import { poolsOf } from "../../src/domain/pools";
import type { Pools } from "../../src/domain/size-pool";
import { aDoneItem, anItem, asOf, longAgo } from "./item";

const epicType = "10000";
const subTaskType = "10002";

/** E1 of the specification, with its own estimate of 40 points. */
const epic = anItem({ id: "20001", typeId: epicType, level: 1, points: 40, hasChildren: true });

const done = (n: number, points: number | null, more: Partial<Item> = {}) =>
  aDoneItem({ id: storyId(n), parentId: epic.id, points, ...more });
const open = (n: number, points: number | null, more: Partial<Item> = {}) =>
  anItem({ id: storyId(n), parentId: epic.id, points, ...more });
const subTask = (n: number, story: number, category: Item["category"]) =>
  anItem({
    id: String(20200 + n),
    typeId: subTaskType,
    level: -1,
    parentId: storyId(story),
    category,
    ...(category === "done" ? { resolution: "Done", doneSince: longAgo } : {}),
  });

function storyId(n: number): string {
  return String(20100 + n);
}

const stories: readonly Item[] = [
  done(1, 3),
  done(2, 2),
  done(3, 5, { resolution: "Won't Do" }),
  done(4, null, { resolution: "Duplicate" }),
  open(5, 8, { category: "indeterminate", openSubTasks: 2 }),
  done(6, 1),
  open(7, null),
  open(8, 13),
  done(9, 1),
  done(10, 3, { openSubTasks: 1 }),
];

const subTasks: readonly Item[] = [
  subTask(1, 2, "done"),
  subTask(2, 2, "done"),
  subTask(3, 5, "done"),
  subTask(4, 5, "done"),
  subTask(5, 5, "indeterminate"),
  subTask(6, 5, "new"),
  subTask(7, 10, "new"),
];

/** The epic with its ten stories and their sub-tasks: 62.5 % by count, 29.4 % (15.9 – 31.3) by points. */
export const tenIssueEpic: readonly Item[] = [epic, ...stories, ...subTasks];

/** The pools of its project: sized stories of 1, 1, 2, 3, 3, 5, 8 and 13 points. */
export const tenIssuePools: Pools = poolsOfSized(stories);

const fivePoints = Array.from({ length: 9 }, (_, n) =>
  anItem({ id: String(30002 + n), points: 5 }),
);
const elsewhere = [1, 1, 3, 13, 13].map((points, n) => anItem({ id: String(30100 + n), points }));

/** U1 Done without points beside nine To Do stories of 5: 10.0 % (2.2 – 22.4) by points. */
export const unsizedDoneScope: readonly Item[] = [aDoneItem({ id: "30001" }), ...fivePoints];

/** The pools of its project, with five sized stories outside the scope. */
export const unsizedDonePools: Pools = poolsOfSized([...fivePoints, ...elsewhere]);

function poolsOfSized(items: readonly Item[]): Pools {
  const sized = items.map((item) => ({ item, createdAt: longAgo }));
  return { "10000": poolsOf({ projectId: "10000", readAt: asOf, sized, containers: [] }) };
}
