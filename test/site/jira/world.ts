import type { SearchIndex } from "./search-index";
import type { SiteUser } from "./site-user";
import type { Store } from "./store/create-store";
import type { Visibility } from "./visibility";

/** Everything that answers and JQL are computed from. */
export type World = {
  readonly store: Store;
  readonly searchIndex: SearchIndex;
  readonly visibility: Visibility;
  readonly users: readonly SiteUser[];
  readonly appAccountId: string;
  /** Origin of all `self` links. */
  readonly siteUrl: string;
};
