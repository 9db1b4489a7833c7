import type { Change } from "../store/issue";

/** An edit of an export before it has an id in the local site. */
export type Edit = Omit<Change, "id">;
