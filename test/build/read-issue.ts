import type { Item } from "../../src/domain/item";
import type { ReadIssue } from "../../src/use-cases/jira-ports";
import { anItem } from "./item";

/** An issue as read from Jira: override the item, and what the store keeps beside it. */
export function aReadIssue(
  item: Partial<Item> & { readonly id: string },
  beside: Partial<Omit<ReadIssue, "item">> = {},
): ReadIssue {
  return {
    item: anItem(item),
    key: `SHOP-${item.id}`,
    projectKey: "SHOP",
    createdAt: new Date("2026-01-02T09:00:00Z"),
    updatedAt: new Date("2026-03-10T09:00:00Z"),
    secured: false,
    subTaskIds: [],
    ...beside,
  };
}
