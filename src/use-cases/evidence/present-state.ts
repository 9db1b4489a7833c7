import type { ViewerPorts } from "../ports";
import type { GoalRow, StoredRollup } from "../store-ports";
import { pauseOver } from "../sync/reading-pause";
import type { State } from "./past-state";
import { scopeNow } from "./scope-now";
import { seenScope, sightOfScope } from "./seen-scope";

/** A goal as it stands; it has been rolled up. */
export async function presentState(
  ports: ViewerPorts,
  row: GoalRow,
  rollup: StoredRollup,
): Promise<State> {
  const known = await scopeNow(ports, row.goal, rollup);
  const sight = await sightOfScope(ports, known);
  const seen = seenScope(known, sight, row, await pauseOver(ports, [row]));
  return { known, seen };
}
