import { userBean } from "../rest/beans/user-bean";
import type { IssueFields, StoredIssue } from "../store/issue";
import type { Origin } from "../store/store-event";
import type { World } from "../world";
import { changeItems } from "./change-items";

/** The fields that an edit may set; what Jira derives from them follows by itself. */
export type EditableFields = Omit<
  IssueFields,
  "key" | "projectId" | "categoryChangedAt" | "resolvedAt" | "links" | "updatedAt"
>;

/** Changes fields of an issue now, with the changelog that Jira would write. An edit that changes nothing leaves no trace. */
export function editIssue(
  world: World,
  issueId: string,
  patch: Partial<EditableFields>,
  origin: Origin,
): StoredIssue {
  const { store } = world;
  const issue = store.byId(issueId);
  if (issue === undefined) throw new Error(`no issue ${issueId}`);
  const after = { ...issue.fields, ...patch };
  const nameOf = (accountId: string) => userBean(world, accountId)?.displayName ?? accountId;
  const items = changeItems(issue.fields, after, store, nameOf);
  return items.length === 0 ? issue : store.change(issueId, { items, patch }, origin);
}

/** Where a transition leads, and the resolution that a person chose on its screen. */
export type Transition = { readonly statusId: string; readonly resolutionId?: string };

/** Moves an issue to a status; entering Done sets a resolution and leaving it clears it, as usual workflows do. */
export function transitionIssue(
  world: World,
  issueId: string,
  { statusId, resolutionId: chosen }: Transition,
  origin: Origin,
): StoredIssue {
  const { catalog, byId } = world.store;
  const fields = byId(issueId)?.fields;
  const done = catalog.statuses.get(statusId)?.category === "done";
  const usual = fields?.resolutionId ?? usualResolution(world);
  const resolutionId = done ? (chosen ?? usual) : null;
  return editIssue(world, issueId, { statusId, resolutionId }, origin);
}

function usualResolution({ store }: World): string | null {
  const { resolutions } = store.catalog;
  const ids = [...resolutions.keys()];
  const named = (name: string) => ids.find((id) => resolutions.get(id)?.name === name);
  return named("Done") ?? named("Fixed") ?? null;
}

/** A new issue in the first status that its project's issues usually have. */
export function createIssue(
  world: World,
  fields: Pick<EditableFields, "typeId" | "summary"> &
    Partial<EditableFields> & { readonly projectId: string },
  origin: Origin,
): StoredIssue {
  const { projectId, ...rest } = fields;
  return world.store.create(
    {
      ...emptyFields,
      statusId: firstStatus(world),
      reporter: origin.accountId,
      ...rest,
      projectId,
    },
    origin,
  );
}

const emptyFields = {
  priorityId: null,
  resolutionId: null,
  resolvedAt: null,
  assignee: null,
  parentId: null,
  fixVersionIds: [],
  componentIds: [],
  labels: [],
  sprintIds: [],
  storyPoints: null,
  originalEstimateSeconds: null,
  remainingEstimateSeconds: null,
  timeSpentSeconds: null,
  dueDate: null,
  securityLevelId: null,
  links: [],
};

function firstStatus({ store }: World): string {
  const fresh = [...store.catalog.statuses.values()].filter(({ category }) => category === "new");
  const usual = fresh.find(({ name }) => !/reopen/i.test(name)) ?? fresh[0];
  if (usual === undefined) throw new Error("the site has no status of category new");
  return usual.id;
}
