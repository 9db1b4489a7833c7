import type { StoredIssue } from "../../store/issue";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import {
  issueTypeBean,
  namedBean,
  priorityBean,
  projectBean,
  resolutionBean,
  sprintBean,
  statusBean,
  versionBean,
} from "./catalog-beans";
import { issueLinkBeans, parentBean, subtaskBeans } from "./issue-links";
import { jiraTime, jiraTimeOrNull } from "./time";
import { userBean } from "./user-bean";

/** Computes one field of an issue for somebody; undefined leaves the field out, as Jira does with a hidden parent. */
type FieldReader = (world: World, asker: Asker, issue: StoredIssue) => unknown;

/** Every field that an issue of the site has, by id. */
export const issueFieldReaders: Readonly<Record<string, FieldReader>> = {
  summary: (_world, _asker, { fields }) => fields.summary,
  issuetype: (world, _asker, { fields }) =>
    found(world.store.catalog.types, fields.typeId, (type) => issueTypeBean(world, type)),
  project: (world, _asker, { fields }) =>
    found(world.store.catalog.projects, fields.projectId, (each) => projectBean(world, each)),
  status: (world, _asker, { fields }) =>
    found(world.store.catalog.statuses, fields.statusId, (each) => statusBean(world, each)),
  statuscategorychangedate: (_world, _asker, { fields }) =>
    jiraTimeOrNull(fields.categoryChangedAt),
  parent: (world, asker, issue) => parentBean(world, asker, issue),
  subtasks: (world, asker, issue) => subtaskBeans(world, asker, issue),
  issuelinks: (world, asker, issue) => issueLinkBeans(world, asker, issue),
  priority: (world, _asker, { fields }) =>
    found(world.store.catalog.priorities, fields.priorityId, (each) => priorityBean(world, each)),
  resolution: (world, _asker, { fields }) =>
    found(world.store.catalog.resolutions, fields.resolutionId, (each) =>
      resolutionBean(world, each),
    ),
  resolutiondate: (_world, _asker, { fields }) => jiraTimeOrNull(fields.resolvedAt),
  created: (_world, _asker, { createdAt }) => jiraTime(createdAt),
  updated: (_world, _asker, { fields }) => jiraTime(fields.updatedAt),
  duedate: (_world, _asker, { fields }) => fields.dueDate,
  assignee: (world, _asker, { fields }) => userBean(world, fields.assignee),
  reporter: (world, _asker, { fields }) => userBean(world, fields.reporter),
  creator: (world, _asker, { creator }) => userBean(world, creator),
  labels: (_world, _asker, { fields }) => fields.labels,
  fixVersions: (world, _asker, { fields }) =>
    fields.fixVersionIds.flatMap((id) => {
      const version = world.store.catalog.versions.get(id);
      return version === undefined ? [] : [versionBean(world, version)];
    }),
  components: (world, _asker, { fields }) =>
    fields.componentIds.flatMap((id) => {
      const component = world.store.catalog.components.get(id);
      return component === undefined ? [] : [namedBean(world, "component", component)];
    }),
  security: (world, _asker, { fields }) =>
    found(world.store.catalog.securityLevels, fields.securityLevelId, (level) => ({
      ...namedBean(world, "securitylevel", level),
      description: "",
    })),
  timeoriginalestimate: (_world, _asker, { fields }) => fields.originalEstimateSeconds,
  timeestimate: (_world, _asker, { fields }) => fields.remainingEstimateSeconds,
  timespent: (_world, _asker, { fields }) => fields.timeSpentSeconds,
  /** Exports carry no descriptions. */
  description: () => null,
  customfield_10020: (world, _asker, { fields }) => {
    const sprints = fields.sprintIds.flatMap((id) => world.store.catalog.sprints.get(id) ?? []);
    return sprints.length === 0 ? null : sprints.map((sprint) => sprintBean(world, sprint));
  },
  customfield_10034: (_world, _asker, { fields }) => fields.storyPoints,
};

function found<T, B>(
  table: ReadonlyMap<string, T>,
  id: string | null,
  bean: (entry: T) => B,
): B | null {
  const entry = table.get(id ?? "");
  return entry === undefined ? null : bean(entry);
}
