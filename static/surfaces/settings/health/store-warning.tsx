import type { SyncHealthView } from "../../../../src/contract/settings";

/** Said before the store is full: what that means already, what would happen, and what makes room. */
export function StoreWarning({ store }: { readonly store: SyncHealthView["store"] }) {
  if (!store.nearlyFull) return null;
  return (
    <p className="notice notice-warning">
      <span>
        <b>The store is nearly full.</b> Further history of issues is not taken in any more, so that
        today’s numbers keep up; a full store would stop them too. Unlink work that no goal needs
        any more to make room.
      </span>
    </p>
  );
}
