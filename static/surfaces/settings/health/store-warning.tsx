import type { SyncHealthView } from "../../../../src/contract/settings";

/** Said before the store is full: what would happen, and what makes room. */
export function StoreWarning({ store }: { readonly store: SyncHealthView["store"] }) {
  if (!store.nearlyFull) return null;
  return (
    <p className="notice notice-warning">
      <span>
        <b>The store is nearly full.</b> A full store takes in nothing new. Unlink work that no goal
        needs any more to make room.
      </span>
    </p>
  );
}
