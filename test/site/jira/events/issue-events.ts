import type { ProductEvent } from "../../boundary";
import { issueTypeBean, projectBean, statusBean } from "../rest/beans/catalog-beans";
import { jiraTime } from "../rest/beans/time";
import { userBean } from "../rest/beans/user-bean";
import type { Change, IssueFields, StoredIssue } from "../store/issue";
import type { IssueEvent } from "../store/store-event";
import type { World } from "../world";

/**
 * What Forge delivers to triggers for something that happened to an issue. Bodies as in Atlassian's tables of Jira
 * events; no recorded event body is public. A move through the workflow is told with its present and former status.
 */
export function issueEvents(world: World, event: IssueEvent): readonly ProductEvent[] {
  const { origin, issue } = event;
  const body = {
    timestamp: String(world.store.now()),
    issue: eventIssue(world, issue),
    ...(origin.accountId === null ? {} : { atlassianId: origin.accountId }),
    associatedUsers: [issue.fields.assignee, issue.fields.reporter]
      .filter((accountId) => accountId !== null)
      .map((accountId) => ({ accountId })),
  };
  const make = (name: string, more: Readonly<Record<string, unknown>> = {}): ProductEvent => {
    const eventType = `avi:jira:${name}:issue`;
    const selfGenerated = origin.byApp;
    return { eventType, selfGenerated, body: { ...body, ...more, eventType, selfGenerated } };
  };
  switch (event.kind) {
    case "created":
      return [make("created")];
    case "deleted":
      return [make("deleted")];
    case "changed": {
      const told = changedBody(world, event.before, event.change, issue.fields);
      const isAssigned = event.before.assignee !== issue.fields.assignee;
      return [make("updated", told), ...(isAssigned ? [make("assigned", told)] : [])];
    }
  }
}

/** Issues in events carry these few fields: no points, no parent, no versions. */
function eventIssue(world: World, { id, createdAt, creator, fields }: StoredIssue) {
  const { projects, statuses, types } = world.store.catalog;
  const project = projects.get(fields.projectId);
  const status = statuses.get(fields.statusId);
  const type = types.get(fields.typeId);
  return {
    id,
    key: fields.key,
    fields: {
      summary: fields.summary,
      issuetype: type && issueTypeBean(world, type),
      creator: userBean(world, creator),
      created: jiraTime(createdAt),
      project: project && projectBean(world, project),
      reporter: userBean(world, fields.reporter),
      assignee: userBean(world, fields.assignee),
      updated: jiraTime(fields.updatedAt),
      status: status && statusBean(world, status),
    },
  };
}

function changedBody(world: World, before: IssueFields, change: Change, after: IssueFields) {
  const { statuses } = world.store.catalog;
  const associated = [after.statusId, before.statusId].flatMap((id) => statuses.get(id) ?? []);
  return {
    jiraEventTypeName: eventTypeName(before, after),
    changelog: { id: change.id, items: change.items },
    ...(before.statusId === after.statusId
      ? {}
      : { associatedStatuses: associated.map(({ id, name }) => ({ id, name })) }),
  };
}

function eventTypeName(before: IssueFields, after: IssueFields): string {
  if (before.projectId !== after.projectId) return "issue_moved";
  if (before.resolutionId === null && after.resolutionId !== null) return "issue_resolved";
  if (before.statusId !== after.statusId) return "issue_generic";
  return before.assignee === after.assignee ? "issue_updated" : "issue_assigned";
}
