import type { SurfaceProps } from "../../parts/surface";
import { GoalDetail } from "./goal-detail";
import { GoalList } from "./goal-list";
import { useRoute } from "./use-route";
import "./goals-page.css";

/** The Goals page: all goals as a tree, and one goal with everything behind its number. */
export default function GoalsPage({ context }: SurfaceProps) {
  const { route, go } = useRoute();
  const openGoal = (goalId: string) => {
    go({ kind: "goal", goalId });
  };
  return (
    <main className="surface page">
      {route.kind === "goal" ? (
        <GoalDetail
          key={route.goalId}
          goalId={route.goalId}
          accountId={context.accountId}
          onOpen={openGoal}
          onBack={() => {
            go({ kind: "list" });
          }}
        />
      ) : (
        <GoalList accountId={context.accountId} onOpen={openGoal} />
      )}
    </main>
  );
}
