import type { DashboardLayout } from "../browser/dashboards";
import type { SeededGoal } from "./seed-goals";

const gadgetsShown = 3;

/** The first dashboard of the generated company: a progress gadget for each of the first goals, ready to be looked at. */
export function defaultDashboard(goals: readonly SeededGoal[]): DashboardLayout {
  return {
    name: "Leadership",
    columns: 2,
    gadgets: goals.slice(0, gadgetsShown).map(({ id }, at) => ({
      moduleKey: "goal-progress-gadget",
      column: at % 2,
      configuration: { goalId: id },
    })),
  };
}
