import type { Goal, GoalLink } from "../domain/goal";
import { findEditable, isRefused } from "./permissions";
import type { ViewerPorts } from "./ports";
import { refused, type Refused } from "./refusal";

/** A goal whose links the person may change, with the links it has. */
export type LinkableGoal = { readonly goal: Goal; readonly links: readonly GoalLink[] };

/** Above this a rule says better what is meant, and each reading of the goal would take too long. */
const mostLinks = 2000;

export async function findLinkable(
  ports: ViewerPorts,
  goalId: string,
  more: number,
): Promise<LinkableGoal | Refused> {
  const goal = await findEditable(ports, goalId);
  if (isRefused(goal)) return goal;
  if (goal.archived) return refused("archived");
  const links = await ports.store.links.ofGoal(goalId);
  return links.length + more > mostLinks ? refused("too-many") : { goal, links };
}
