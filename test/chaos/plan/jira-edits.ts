import type { Random } from "../../site/company/random";
import type { LocalJira } from "../../site/jira/create-jira";
import type { StoredIssue } from "../../site/jira/store/issue";
import { admin, drawn, hiddenLevel, resolutions } from "./chaos-site";

/** What a person or a rule of Jira did, in words; null when there was nothing to do it to. */
export type Edit = (jira: LocalJira, chance: Random) => string | null;

const levelOf = (jira: LocalJira, { fields }: StoredIssue) =>
  jira.store.catalog.types.get(fields.typeId)?.level ?? 0;

function anIssue(
  jira: LocalJira,
  chance: Random,
  fits: (issue: StoredIssue) => boolean = () => true,
): StoredIssue | undefined {
  const found = [...jira.store.all()].filter((issue) => !issue.archived && fits(issue));
  return found.length === 0 ? undefined : chance.pick(found);
}

const named = (table: ReadonlyMap<string, { readonly id: string; readonly name: string }>) => {
  const byName = new Map([...table.values()].map(({ id, name }) => [name, id]));
  return (name: string) => byName.get(name) ?? "";
};

const transition: Edit = (jira, chance) => {
  const issue = anIssue(jira, chance);
  if (issue === undefined) return null;
  const status = chance.pick(["To Do", "In Progress", "Done", "Done", "Reopened"]);
  const statusId = named(jira.store.catalog.statuses)(status);
  if (statusId === "") return null;
  jira.transition(issue.id, statusId, admin);
  if (status === "Done") {
    const resolutionId = named(jira.store.catalog.resolutions)(chance.pick(resolutions));
    if (resolutionId !== "") jira.editFields(issue.id, { resolutionId }, admin);
  }
  return `${issue.fields.key} goes to ${status}`;
};

const points: Edit = (jira, chance) => {
  const issue = anIssue(jira, chance);
  if (issue === undefined) return null;
  const storyPoints = drawn.points(chance);
  jira.editFields(issue.id, { storyPoints }, admin);
  return `${issue.fields.key} has ${String(storyPoints)} points`;
};

const estimate: Edit = (jira, chance) => {
  const issue = anIssue(jira, chance);
  if (issue === undefined) return null;
  const originalEstimateSeconds = drawn.estimate(chance);
  jira.editFields(issue.id, { originalEstimateSeconds }, admin);
  return `${issue.fields.key} is estimated at ${String(originalEstimateSeconds)} s`;
};

const labelling: Edit = (jira, chance) => {
  const issue = anIssue(jira, chance);
  if (issue === undefined) return null;
  const labels = drawn.labels(chance);
  jira.editFields(issue.id, { labels }, admin);
  return `${issue.fields.key} is labelled ${labels.join(" ")}`;
};

const versioning: Edit = (jira, chance) => {
  const issue = anIssue(jira, chance);
  if (issue === undefined) return null;
  const own = [...jira.store.catalog.versions.values()].filter(
    ({ projectId }) => projectId === issue.fields.projectId,
  );
  const fixVersionIds = own.filter(() => chance.chance(0.5)).map(({ id }) => id);
  jira.editFields(issue.id, { fixVersionIds }, admin);
  return `${issue.fields.key} is fixed in ${fixVersionIds.join(" ")}`;
};

const reparenting: Edit = (jira, chance) => {
  const issue = anIssue(jira, chance, (each) => levelOf(jira, each) < 2);
  if (issue === undefined) return null;
  const parent = aParent(jira, chance, levelOf(jira, issue));
  const isFreed = chance.chance(0.3) && levelOf(jira, issue) >= 0;
  if (parent === undefined && !isFreed) return null;
  const wanted = isFreed ? undefined : parent;
  jira.editFields(issue.id, { parentId: wanted?.id ?? null }, admin);
  return `${issue.fields.key} comes under ${nameOf(wanted)}`;
};

const aParent = (jira: LocalJira, chance: Random, level: number) =>
  anIssue(jira, chance, (each) => levelOf(jira, each) === level + 1);

const nameOf = (issue: StoredIssue | undefined) => issue?.fields.key ?? "nothing";

/** Mostly among the types of a level; now and then a story without family becomes an epic, or the reverse. */
const retyping: Edit = (jira, chance) => {
  const { types } = jira.store.catalog;
  const issue = anIssue(jira, chance, (each) => levelOf(jira, each) >= 0);
  if (issue === undefined) return null;
  const level = levelOf(jira, issue);
  const isAlone = issue.fields.parentId === null && jira.store.idsOfChildren(issue.id).size === 0;
  const wanted = isAlone && level < 2 && chance.chance(0.5) ? 1 - level : level;
  const fitting = [...types.values()].filter((type) => type.level === wanted);
  if (fitting.length === 0) return null;
  const type = chance.pick(fitting);
  jira.editFields(issue.id, { typeId: type.id }, admin);
  return `${issue.fields.key} becomes a ${type.name}`;
};

const creating: Edit = (jira, chance) => {
  const { types, projects } = jira.store.catalog;
  const drawnProject = chance.pick([...projects.keys()]);
  const type = chance.pick([...types.values()]);
  const isSubTask = type.level < 0;
  const found = aParent(jira, chance, type.level);
  if (isSubTask && found === undefined) return null;
  const parent = chance.chance(0.7) || isSubTask ? found : undefined;
  const projectId = isSubTask && found !== undefined ? found.fields.projectId : drawnProject;
  const made = jira.createIssue(
    {
      projectId,
      typeId: type.id,
      summary: "New work",
      parentId: parent === undefined ? null : parent.id,
      storyPoints: drawn.points(chance),
      originalEstimateSeconds: drawn.estimate(chance),
      labels: drawn.labels(chance),
    },
    admin,
  );
  return `${made.fields.key} is created as a ${type.name} under ${nameOf(parent)}`;
};

/** Sub-tasks go with their parent; other children stay and have no parent any more, of which nobody tells. */
const deleting: Edit = (jira, chance) => {
  const issue = anIssue(jira, chance, ({ fields }) => fields.securityLevelId === null);
  if (issue === undefined) return null;
  const children = [...jira.store.idsOfChildren(issue.id)];
  const subTasks = children.filter((id) => {
    const child = jira.store.byId(id);
    return child !== undefined && levelOf(jira, child) < 0;
  });
  for (const id of subTasks) jira.deleteIssue(id, admin);
  jira.deleteIssue(issue.id, admin);
  return `${issue.fields.key} is deleted`;
};

/** The issue and its sub-tasks move to another project, where they get new keys. */
const moving: Edit = (jira, chance) => {
  const { projects } = jira.store.catalog;
  const issue = anIssue(jira, chance, (each) => levelOf(jira, each) >= 0);
  if (issue === undefined) return null;
  const others = [...projects.values()].filter(({ id }) => id !== issue.fields.projectId);
  if (others.length === 0) return null;
  const project = chance.pick(others);
  const subTasks = [...jira.store.idsOfChildren(issue.id)].flatMap((id) => {
    const child = jira.store.byId(id);
    return child !== undefined && levelOf(jira, child) < 0 ? [child] : [];
  });
  for (const each of [issue, ...subTasks]) move(jira, each, project);
  return `${issue.fields.key} moves to ${project.key}`;
};

function move(
  jira: LocalJira,
  issue: StoredIssue,
  to: { readonly id: string; readonly key: string },
) {
  const { id, fields } = issue;
  const from = jira.store.catalog.projects.get(fields.projectId);
  const key = `${to.key}-${id}`;
  const item = { fieldtype: "jira", tmpFromAccountId: null, tmpToAccountId: null } as const;
  const items = [
    { ...item, field: "Key", from: null, fromString: fields.key, to: null, toString: key },
    {
      ...item,
      field: "project",
      fieldId: "project",
      from: fields.projectId,
      fromString: from?.key ?? "",
      to: to.id,
      toString: to.key,
    },
  ];
  const patch = { key, projectId: to.id, fixVersionIds: [] };
  jira.store.change(id, { items, patch }, { accountId: admin, byApp: false });
}

/** An issue goes out of the app's sight, and later perhaps comes back. */
const hiding: Edit = (jira, chance) => {
  const levelId = named(jira.store.catalog.securityLevels)(hiddenLevel);
  const isBack = chance.chance(0.4);
  const issue = anIssue(jira, chance, ({ fields }) => (fields.securityLevelId !== null) === isBack);
  if (issue === undefined || levelId === "") return null;
  jira.editFields(issue.id, { securityLevelId: isBack ? null : levelId }, admin);
  return `${issue.fields.key} is ${isBack ? "in sight again" : "out of sight"}`;
};

const edits = {
  transition: [transition, 30],
  points: [points, 12],
  estimate: [estimate, 6],
  labels: [labelling, 8],
  versions: [versioning, 5],
  reparenting: [reparenting, 12],
  retyping: [retyping, 5],
  creating: [creating, 8],
  deleting: [deleting, 4],
  moving: [moving, 4],
  hiding: [hiding, 4],
} as const satisfies Record<string, readonly [Edit, number]>;

/** Does one thing in Jira and says what it was; `mayVanish` allows for deleted and hidden issues. */
export function editJira(jira: LocalJira, chance: Random, mayVanish: boolean): string {
  const edit = chance.weighted(Object.values(edits));
  const isLeft = !mayVanish && (edit === deleting || edit === hiding);
  return (isLeft ? null : edit(jira, chance)) ?? "nothing";
}

/** An issue goes into the archive with its sub-tasks, or they come back: Jira tells nobody. Null when there is none. */
export const archiving: Edit = (jira, chance) => {
  const isBack = chance.chance(0.4);
  const fitting = [...jira.store.all()].filter(
    (issue) => issue.archived === isBack && levelOf(jira, issue) >= 0,
  );
  if (fitting.length === 0) return null;
  const issue = chance.pick(fitting);
  jira.setArchived(issue.id, !isBack, admin);
  return `${issue.fields.key} is ${isBack ? "restored" : "archived"}`;
};
