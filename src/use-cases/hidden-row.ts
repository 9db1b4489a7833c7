import type { GoalItems } from "../contract/progress";
import type { Figures } from "./figures";
import { weighed } from "./item-view";
import type { Ports } from "./ports";
import type { Sight } from "./sight";

const leavesPerPage = 2000;

/** All leaves that the person may not see, as one row: what the list lacks to the number. */
export async function hiddenRowOf(
  { store }: Ports,
  goalId: string,
  sight: Sight,
  figures: Figures,
): Promise<GoalItems["hiddenRow"]> {
  let count = 0;
  let size: number | null = 0;
  let contribution = 0;
  let after: string | null = null;
  for (;;) {
    const leaves = await store.scope.leaves(goalId, after, leavesPerPage);
    for (const leaf of leaves.filter((each) => !sight.sees(each))) {
      const own = weighed(leaf, figures);
      count += 1;
      size = size === null || own.size === null ? null : size + own.size;
      contribution += own.contribution ?? 0;
    }
    if (leaves.length < leavesPerPage) return { count, size, contribution };
    after = leaves.at(-1)?.item.id ?? null;
  }
}
