import { type CategoryKey, sprintState } from "../store/catalog";
import type { StoredIssue } from "../store/issue";
import type { JqlContext, JqlField } from "./field";
import { noSuchValue, resolveNamed } from "./resolve-named";

type Reference = Extract<JqlField, { kind: "reference" }>;
const one = (id: string | null) => (id === null ? [] : [id]);

export const projectField: Reference = {
  kind: "reference",
  values: ({ fields }) => [fields.projectId],
  resolve: (value, field, { world, asker }) => {
    const wanted = value.text.toLowerCase();
    const found = [...world.store.catalog.projects.values()].filter(
      ({ id, key, name, formerKeys = [] }) =>
        asker.seesProject(id) &&
        [id, key, name, ...formerKeys].some((call) => call.toLowerCase() === wanted),
    );
    if (found.length === 0) throw noSuchValue(value, field);
    return found.map(({ id }) => id);
  },
  candidates: (ids, { world }) => union(ids.map((id) => world.store.idsOfProject(id))),
  sortKey: ({ fields }, { world }) => world.store.catalog.projects.get(fields.projectId)?.key ?? "",
};

export const typeField: Reference = {
  kind: "reference",
  values: ({ fields }) => [fields.typeId],
  resolve: (value, field, { world }) => resolveNamed(value, field, world.store.catalog.types),
  call: ({ name }, { world }) => {
    if (name !== "standardissuetypes" && name !== "subtaskissuetypes") return undefined;
    return [...world.store.catalog.types.values()]
      .filter(({ level }) => level < 0 === (name === "subtaskissuetypes"))
      .map(({ id }) => id);
  },
  sortKey: ({ fields }, { world }) => world.store.catalog.types.get(fields.typeId)?.name ?? "",
};

export const statusField: Reference = {
  kind: "reference",
  values: ({ fields }) => [fields.statusId],
  resolve: (value, field, { world }) => resolveNamed(value, field, world.store.catalog.statuses),
  sortKey: ({ fields }, { world }) => world.store.catalog.statuses.get(fields.statusId)?.name ?? "",
};

const categoryWords: ReadonlyMap<string, CategoryKey> = new Map([
  ["no category", "undefined"],
  ["undefined", "undefined"],
  ["1", "undefined"],
  ["to do", "new"],
  ["new", "new"],
  ["2", "new"],
  ["in progress", "indeterminate"],
  ["indeterminate", "indeterminate"],
  ["4", "indeterminate"],
  ["done", "done"],
  ["complete", "done"],
  ["3", "done"],
]);

export const statusCategoryField: Reference = {
  kind: "reference",
  values: (issue, context) => one(categoryOf(issue, context)),
  resolve: (value, field) => {
    const key = categoryWords.get(value.text.toLowerCase());
    if (key === undefined) throw noSuchValue(value, field);
    return [key];
  },
  sortKey: (issue, context) => categoryOf(issue, context),
};

function categoryOf({ fields }: StoredIssue, { world }: JqlContext): CategoryKey | null {
  return world.store.catalog.statuses.get(fields.statusId)?.category ?? null;
}

export const resolutionField: Reference = {
  kind: "reference",
  values: ({ fields }) => one(fields.resolutionId),
  emptyName: "unresolved",
  resolve: (value, field, { world }) => resolveNamed(value, field, world.store.catalog.resolutions),
  sortKey: ({ fields }, { world }) =>
    world.store.catalog.resolutions.get(fields.resolutionId ?? "")?.name ?? null,
};

/** Highest first, as Jira orders its default priorities; both namings of Jira's history. */
const priorityOrder = [
  ["blocker", "highest"],
  ["critical"],
  ["high"],
  ["major"],
  ["medium"],
  ["low"],
  ["minor"],
  ["lowest", "trivial"],
];

function priorityRank(id: string, { world }: JqlContext): number {
  const name = world.store.catalog.priorities.get(id)?.name.toLowerCase() ?? "";
  const position = priorityOrder.findIndex((names) => names.includes(name));
  return -(position === -1 ? priorityOrder.length : position);
}

export const priorityField: Reference = {
  kind: "reference",
  values: ({ fields }) => one(fields.priorityId),
  resolve: (value, field, { world }) => resolveNamed(value, field, world.store.catalog.priorities),
  compare: (value, bound, context) => priorityRank(value, context) - priorityRank(bound, context),
  sortKey: ({ fields }, context) =>
    fields.priorityId === null ? null : priorityRank(fields.priorityId, context),
};

export const labelsField: Reference = {
  kind: "reference",
  values: ({ fields }) => fields.labels.map((label) => label.toLowerCase()),
  resolve: ({ text }) => [text.toLowerCase()],
  sortKey: ({ fields }) => fields.labels.join(" ") || null,
};

export const componentField: Reference = {
  kind: "reference",
  values: ({ fields }) => fields.componentIds,
  resolve: (value, field, { world, asker }) =>
    resolveNamed(value, field, world.store.catalog.components, (component) =>
      asker.seesProject(component.projectId),
    ),
};

export const sprintField: Reference = {
  kind: "reference",
  values: ({ fields }) => fields.sprintIds,
  resolve: (value, field, { world }) =>
    resolveNamed(
      value,
      field,
      new Map(
        [...world.store.catalog.sprints].map(([id, { name }]) => [id, { id, name }] as const),
      ),
    ),
  call: ({ name }, { world, now }) => {
    const state = sprintFunctions.get(name);
    if (state === undefined) return undefined;
    return [...world.store.catalog.sprints]
      .filter(([, sprint]) => sprintState(sprint, now) === state)
      .map(([id]) => id);
  },
};

const sprintFunctions = new Map([
  ["opensprints", "active"],
  ["closedsprints", "closed"],
  ["futuresprints", "future"],
]);

export const securityLevelField: Reference = {
  kind: "reference",
  values: ({ fields }) => one(fields.securityLevelId),
  resolve: (value, field, { world }) =>
    resolveNamed(value, field, world.store.catalog.securityLevels),
};

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [only] = sets;
  return sets.length === 1 && only !== undefined ? only : new Set(sets.flatMap((set) => [...set]));
}
