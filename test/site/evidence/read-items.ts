import { calls } from "../../../src/contract/calls";
import type { EvidenceItems } from "../../../src/contract/evidence";
import type { GoalItems, ItemView } from "../../../src/contract/progress";
import type { AskApp } from "./ask-app";

/** Every item of a goal with what their sizes and classes rest on. */
export type ItemsRead = Pick<GoalItems, "settleDays" | "pools"> & {
  readonly items: readonly ItemView[];
};

const pageSize = 100;

/** All items of a goal as it stands. */
export async function readItems(ask: AskApp, goalId: string): Promise<ItemsRead> {
  const items: ItemView[] = [];
  let after: string | null = null;
  for (;;) {
    const page: GoalItems = await ask("goalItems", calls.goalItems.answer, {
      goalId,
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    items.push(...page.items);
    if (page.next === null) return { ...page, items };
    after = page.next;
  }
}

/** All items of a goal as of an instant of the past. The app tells no settle times and pools of the past. */
export async function readItemsAt(
  ask: AskApp,
  then: { readonly goalId: string; readonly at: string },
): Promise<ItemsRead> {
  const items: ItemView[] = [];
  let after: string | null = null;
  for (;;) {
    const page: EvidenceItems = await ask("evidenceItems", calls.evidenceItems.answer, {
      ...then,
      filter: {},
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    items.push(...page.items);
    if (page.next === null) return { settleDays: [], pools: [], items };
    after = page.next;
  }
}
