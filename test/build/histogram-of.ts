import { isDropped, settleAtOf } from "../../src/domain/classes";
import type { HistogramCell } from "../../src/domain/histogram";
import type { Item } from "../../src/domain/item";
import { ownSizeOf } from "../../src/domain/own-size";
import { rolesOf } from "../../src/domain/role";
import type { CountingRule } from "../../src/domain/rule";
import { defaultSettings } from "../../src/domain/settings";
import { asOf } from "./item";

/** The scope of these issues as one cell per issue: what the store's grouped SELECT yields, not yet grouped. */
export function histogramOf(
  items: readonly Item[],
  rule: CountingRule,
  options: { readonly countSubTasks: boolean } = { countSubTasks: false },
): readonly HistogramCell[] {
  const roles = rolesOf(items, options);
  return items.map((item) => cellOf(item, roles.get(item.id) ?? "leaf", rule));
}

export function cellOf(item: Item, role: HistogramCell["role"], rule: CountingRule): HistogramCell {
  const settleAt = settleAtOf(item, 7);
  return {
    role,
    category: item.category,
    dropped: isDropped(item, defaultSettings.droppedResolutions),
    settled: settleAt !== null && settleAt <= asOf,
    openSubTask: item.openSubTasks > 0,
    projectId: item.projectId,
    typeId: item.typeId,
    level: item.level,
    size: ownSizeOf(item, rule)?.size ?? null,
    n: 1,
  };
}
