import type { Asked } from "../../parts/use-ask";

/** Whether this was refused because the person does not administer Jira. */
export function needsAdministrator(asked: Asked<unknown>): boolean {
  return asked.kind === "refused" && asked.problem.kind === "not-allowed";
}
