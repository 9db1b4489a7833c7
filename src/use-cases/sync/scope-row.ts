import type { Role } from "../../domain/histogram";
import type { Item } from "../../domain/item";

/** One issue in the scope of one goal, class inputs copied in. */
export type ScopeRow = {
  readonly item: Item;
  readonly key: string;
  readonly role: Role;
  readonly dropped: boolean;
  /** From this instant on a Done item counts as settled; null when not Done or since when is unknown. */
  readonly settleAt: Date | null;
  readonly secured: boolean;
};
