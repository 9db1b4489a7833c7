import type { Figures } from "../figures";
import type { KnownScope } from "./known-scope";
import { storedAs } from "./stored-as";

/** A state of a goal with its pools, so that each of its items can be shown with the size it was given. */
export const figuresOf = (known: KnownScope): Figures => ({
  stored: storedAs(known, known.scope.items),
  pools: known.scope.pools,
});
