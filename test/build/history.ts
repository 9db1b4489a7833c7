import type {
  FieldChange,
  IssueHistory,
  IssueValues,
  Named,
  ReplayField,
  SiteWords,
} from "../../src/domain/replay/history";
import type { Category } from "../../src/domain/item";

export const statuses = {
  toDo: { id: "1", name: "To Do" },
  inProgress: { id: "3", name: "In Progress" },
  done: { id: "10", name: "Done" },
  closed: { id: "11", name: "Closed" },
} as const;
export const types = {
  story: { id: "10001", name: "Story" },
  subTask: { id: "10002", name: "Sub-task" },
  epic: { id: "10000", name: "Epic" },
} as const;

const categories: Readonly<Record<string, Category>> = {
  "1": "new",
  "3": "indeterminate",
  "10": "done",
  "11": "done",
};
const levels: Readonly<Record<string, number>> = { "10000": 1, "10001": 0, "10002": -1 };

/** A site that knows its statuses and types, and every issue by the key "SHOP-<id>". */
export const siteWords: SiteWords = {
  categoryOf: ({ id }) => categories[id] ?? "new",
  levelOf: ({ id }) => levels[id] ?? 0,
  issueIdOf: (key) => /^SHOP-(\d+)$/.exec(key)?.[1] ?? null,
};

/** Instants of 2026 by day of March: 2.5 is noon of 2 March, UTC. */
export const march = (day: number) => new Date(Date.UTC(2026, 2, 1) + (day - 1) * 86_400_000);

/** An open, empty story of project 10000. */
export const emptyStory: IssueValues = {
  status: statuses.toDo,
  resolution: null,
  points: null,
  estimateSeconds: null,
  parentId: null,
  fixVersions: [],
  components: [],
  sprintIds: [],
  labels: [],
  type: types.story,
  projectId: "10000",
  key: "SHOP-1",
};

/** An issue created on 1 March; override what the test is about. */
export function aHistory(
  present: Partial<IssueValues> = {},
  override: Partial<Omit<IssueHistory, "present">> = {},
): IssueHistory {
  const id = override.id ?? "1";
  return {
    id,
    createdAt: march(1),
    present: { ...emptyStory, key: `SHOP-${id}`, ...present },
    doneSince: null,
    resolvedAt: null,
    changes: [],
    ...override,
  };
}

/** One changelog item on a day of March. */
export function change(
  day: number,
  field: ReplayField,
  values: Partial<Omit<FieldChange, "at" | "field">>,
): FieldChange {
  const nothing = { from: null, to: null, fromText: null, toText: null };
  return { at: march(day), field, ...nothing, ...values };
}

/** From one status to another. */
export const moved = (day: number, from: Named, to: Named) =>
  change(day, "status", { from: from.id, to: to.id, fromText: from.name, toText: to.name });
