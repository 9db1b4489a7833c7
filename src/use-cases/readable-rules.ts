import type { Goal, GoalLink } from "../domain/goal";
import { mayEdit } from "./permissions";
import type { ViewerPorts } from "./ports";

/**
 * A query may name projects, issues and people that are hidden from who looks at the goal. It is shown to those who may
 * change it, and to whom Jira confirms that every name in it exists.
 */
export async function readableRules(
  ports: ViewerPorts,
  goal: Pick<Goal, "owner" | "createdBy">,
  links: readonly GoalLink[],
): Promise<ReadonlySet<string>> {
  const jqls = links.flatMap((link) => (link.kind === "rule" ? [link.jql] : []));
  if (jqls.length === 0) return new Set();
  return (await mayEdit(ports, goal)) ? new Set(jqls) : ports.viewer.understood(jqls);
}
