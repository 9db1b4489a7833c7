import type { ItemView } from "../contract/progress";
import { classOf, reasonOf } from "../domain/classes";
import { contributionOf, sizeUsed } from "../domain/contribution";
import { sizingOf } from "../domain/sizing";
import type { Figures } from "./figures";
import type { SeenIssue } from "./jira-ports";
import type { ScopeRow } from "./store-ports";

/** One leaf as the list shows it: its class and why, its size and from where, and what it brings to the headline. */
export function itemView(row: ScopeRow, issue: SeenIssue, figures: Figures): ItemView {
  const { item } = row;
  const { size, unsized, sizeSource, contribution, inputs } = weighed(row, figures);
  return {
    issueId: item.id,
    key: issue.key,
    title: issue.title,
    projectKey: issue.projectKey,
    class: classOf(inputs),
    reason: reasonOf({ ...inputs, sinceKnown: item.doneSince !== null }),
    since: item.doneSince?.toISOString() ?? null,
    resolution: item.resolution,
    size,
    unsized,
    sizeSource,
    contribution,
  };
}

/** The numbers of one leaf as of the rollup. */
export function weighed(row: ScopeRow, { stored, pools }: Figures) {
  const { item, role, settleAt } = row;
  const inputs = {
    category: item.category,
    dropped: row.dropped,
    settled: settleAt !== null && settleAt <= stored.computedAt,
    openSubTask: item.openSubTasks > 0,
  };
  const sizing = sizingOf(item, role, stored.rollup.rule, pools);
  return {
    inputs,
    size: sizeUsed(sizing),
    unsized: sizing.kind !== "own",
    sizeSource: sizing.kind === "unknown" ? ("none" as const) : sizing.source,
    contribution: contributionOf({ itemClass: classOf(inputs), sizing }, stored.rollup),
  };
}
