import { isDropped, settleAtOf } from "../../domain/classes";
import type { Role } from "../../domain/histogram";
import type { ScopeRow } from "./scope-row";
import type { PlaceableIssue } from "./verify-ports";

/** What of a site decides how its issues are placed. */
export type Placing = {
  readonly droppedResolutions: readonly string[];
  /** By project; nobody has read that of a project that is not among them. */
  readonly settleDays: ReadonlyMap<string, number>;
};

/** An issue as it stands in a scope in this role. */
export function placedRow(
  { item, secured }: PlaceableIssue,
  role: Role,
  { droppedResolutions, settleDays }: Placing,
): Omit<ScopeRow, "key"> {
  return {
    item,
    role,
    dropped: isDropped(item, droppedResolutions),
    settleAt: settleAtOf(item, settleDays.get(item.projectId) ?? 0),
    secured,
  };
}
