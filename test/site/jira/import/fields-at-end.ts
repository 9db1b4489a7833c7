import type { IssueFields } from "../store/issue";
import type { ImportContext } from "./import-context";
import type { IssueLine } from "./issue-line";
import { sprintOf } from "./sprint-of";

/** The values of an issue's fields at the end of the export. */
export function fieldsAtEnd(line: IssueLine, context: ImportContext): IssueFields {
  const { catalog, siteId } = context;
  const projectId = catalog.project(line.project, line.projectName);
  const parentKey = line.parent ?? line.epic;
  return {
    key: line.key,
    projectId,
    typeId: catalog.type(line.type, line.subtask ? -1 : line.hierarchyLevel),
    summary: line.summary,
    statusId: catalog.status(
      line.status,
      line.statusCategory,
      line.statusId && siteId(line.statusId),
    ),
    categoryChangedAt: Date.parse(line.created),
    priorityId: line.priority && catalog.priority(line.priority),
    resolutionId: line.resolution && catalog.resolution(line.resolution, null),
    resolvedAt: line.resolved === null ? null : Date.parse(line.resolved),
    assignee: catalog.person(line.assignee),
    reporter: catalog.person(line.reporter),
    parentId: parentKey === null ? null : (context.issueIdOf(parentKey) ?? null),
    fixVersionIds: line.fixVersions.map((version) =>
      catalog.version({ ...version, id: siteId(version.id), projectId }),
    ),
    componentIds: line.components.map((name) => catalog.component(name, projectId)),
    labels: line.labels,
    sprintIds: line.sprints.map((sprint) => catalog.sprint(sprintOf(sprint, siteId), projectId)),
    storyPoints: line.storyPoints,
    originalEstimateSeconds: line.originalEstimateSec,
    remainingEstimateSeconds: line.remainingEstimateSec,
    timeSpentSeconds: line.timeSpentSec,
    dueDate: line.dueDate === null ? null : line.dueDate.slice(0, 10),
    securityLevelId: securityLevelId(line, context),
    links: line.links.map(({ text, key }) => `${text}|${key}`),
    updatedAt: Date.parse(line.updated),
  };
}

function securityLevelId(line: IssueLine, { catalog, securityLevelOf }: ImportContext) {
  const name = line.securityLevel ?? securityLevelOf(line.key);
  return name === null ? null : catalog.securityLevel(name);
}
