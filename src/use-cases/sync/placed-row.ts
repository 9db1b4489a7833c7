import { isDropped, settleAtOf } from "../../domain/classes";
import type { Role } from "../../domain/histogram";
import type { ScopeRow } from "./scope-row";
import type { PlaceableIssue } from "./verify-ports";

/** What decides how an issue is placed beside its facts; null where nobody has read its project's settle time. */
type Placing = {
  readonly droppedResolutions: readonly string[];
  readonly settleDays: number | null;
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
    settleAt: settleAtOf(item, settleDays ?? 0),
    secured,
  };
}
