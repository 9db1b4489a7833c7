import type { Category } from "../item";
import type { IssueHistory, Named, SiteWords } from "./history";
import type { Timeline } from "./timeline";

/** The category of an issue and, in Done, its last entry there (epoch milliseconds; null: nobody knows). */
export type CategoryState = { readonly category: Category; readonly since: number | null };

/** An issue's category over time, from its statuses. */
export function categoryTimeline(
  history: IssueHistory,
  statuses: Timeline<Named | null>,
  words: Pick<SiteWords, "categoryOf">,
): Timeline<CategoryState> {
  const isSilent = history.changes.every(({ field }) => field !== "status");
  let before: CategoryState | null = null;
  return statuses.map(({ from, value }) => {
    const category = value === null ? "new" : words.categoryOf(value);
    const entered = isSilent ? entryBeside(history) : (sinceOf(before) ?? from);
    before = { category, since: category === "done" ? entered : null };
    return { from, value: before };
  });
}

const sinceOf = (before: CategoryState | null) => before?.since ?? null;

/** The entry into Done that Jira gives beside the changelog. */
const entryBeside = ({ doneSince, createdAt }: IssueHistory) =>
  doneSince === null ? null : Math.max(doneSince.getTime(), createdAt.getTime());

/**
 * The statuses of an issue whose changelog tells of none: if Jira says that it entered Done after its creation, it was
 * open before, in a status that nobody knows.
 */
export function silentStatuses(history: IssueHistory): Timeline<Named | null> {
  const { createdAt, doneSince, present } = history;
  const created = createdAt.getTime();
  const entered = doneSince?.getTime() ?? created;
  if (entered <= created) return [{ from: created, value: present.status }];
  return [
    { from: created, value: null },
    { from: entered, value: present.status },
  ];
}

/** A resolution of which no change is told came with the resolution date. */
export function silentResolutions(history: IssueHistory): Timeline<Named | null> {
  const { createdAt, resolvedAt, present } = history;
  const created = createdAt.getTime();
  const resolved = resolvedAt?.getTime() ?? created;
  if (resolved <= created) return [{ from: created, value: present.resolution }];
  return [
    { from: created, value: null },
    { from: resolved, value: present.resolution },
  ];
}
