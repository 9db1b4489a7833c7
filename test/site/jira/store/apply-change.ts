import type { Catalog } from "./catalog";
import type { Change, IssueFields } from "./issue";

/** The fields after a change, with the instants that Jira derives from changes. */
export function applyChange(
  fields: IssueFields,
  change: Pick<Change, "at" | "patch">,
  statuses: Catalog["statuses"],
): IssueFields {
  const { at, patch } = change;
  const after = { ...fields, updatedAt: at, ...patch };
  const category = (statusId: string) => statuses.get(statusId)?.category;
  if (
    patch.categoryChangedAt === undefined &&
    category(after.statusId) !== category(fields.statusId)
  ) {
    after.categoryChangedAt = at;
  }
  if (patch.resolvedAt === undefined && after.resolutionId !== fields.resolutionId) {
    after.resolvedAt = after.resolutionId === null ? null : at;
  }
  return after;
}
