import type { Answer } from "../contract/answer";
import type { GoalItems, ItemView } from "../contract/progress";
import { withholdFor } from "../domain/withhold";
import type { Figures } from "./figures";
import { currentFigures } from "./figures";
import { hiddenRowOf } from "./hidden-row";
import { itemView } from "./item-view";
import { findVisible, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { progressViewOf } from "./progress-view";
import { receiptOf } from "./receipt";
import { answered } from "./refusal";
import type { Sight } from "./sight";
import type { ScopeRow } from "./store-ports";
import { pauseOver } from "./sync/reading-pause";

type GoalItemsRequest = {
  readonly goalId: string;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** The items behind a goal's number, page by page; with the last row they add up to it exactly. */
export async function goalItems(
  ports: ViewerPorts,
  { goalId, after, limit }: GoalItemsRequest,
): Promise<Answer<GoalItems>> {
  const found = await findVisible(ports, goalId);
  if (isRefused(found)) return found;
  const { row, sight } = found;
  const pause = await pauseOver(ports, [row]);
  if (row.rollup === null) {
    return answered({ ...nothing, progress: progressViewOf(row, sight, pause) });
  }
  const figures = await currentFigures(ports, row.rollup);
  const current = { ...row, rollup: figures.stored };
  const page = await readPage(ports, { goalId, after: after ?? null, limit, sight });
  const hidden = sight.hiddenOf(figures.stored);
  const withheld = withholdFor(hidden, figures.stored.rollup.progress);
  return answered({
    items: await itemsOf(ports, page.rows, figures, withheld.details),
    next: page.next,
    hiddenRow:
      page.next === null && withheld.hidden === "counted"
        ? await hiddenRowOf(ports, goalId, sight, figures)
        : null,
    progress: progressViewOf(current, sight, pause),
    ...(await receiptOf(ports, sight, figures)),
  });
}

const nothing = { items: [], next: null, hiddenRow: null, settleDays: [], pools: [] };

/** The next rows that the person may see; pages of nothing but hidden rows are passed over. */
async function readPage(
  { store }: ViewerPorts,
  asked: {
    readonly goalId: string;
    readonly after: string | null;
    readonly limit: number;
    readonly sight: Sight;
  },
): Promise<{ readonly rows: readonly ScopeRow[]; readonly next: string | null }> {
  const { goalId, limit, sight } = asked;
  let { after } = asked;
  for (;;) {
    const leaves = await store.scope.leaves(goalId, after, limit);
    const rows = leaves.filter(sight.sees);
    after = leaves.at(-1)?.item.id ?? null;
    if (leaves.length < limit) return { rows, next: null };
    if (rows.length > 0) return { rows, next: after };
  }
}

/** Titles come from Jira as the person sees them; what Jira does not give is left out. */
async function itemsOf(
  { viewer }: ViewerPorts,
  rows: readonly ScopeRow[],
  figures: Figures,
  details: boolean,
): Promise<ItemView[]> {
  const seen = await viewer.see(rows.map(({ item }) => item.id));
  const byId = new Map(seen.map((issue) => [issue.id, issue]));
  return rows.flatMap((row) => {
    const issue = byId.get(row.item.id);
    if (issue === undefined) return [];
    const view = itemView(row, issue, figures);
    return [details ? view : { ...view, contribution: null }];
  });
}
