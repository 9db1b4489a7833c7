import { Skeleton } from "../../parts/skeleton";
import type { SurfaceProps } from "../../parts/surface";
import { GoalDetail } from "./goal-detail";
import { GoalList } from "./goal-list";
import { type Route, useRoute } from "./use-route";
import "./goals-page.css";

/** The Goals page: all goals as a tree, and one goal with everything behind its number. */
export default function GoalsPage({ context }: SurfaceProps) {
  const { route, moved, go } = useRoute();
  return (
    <main className="surface page">
      {route === null ? (
        <Skeleton lines={8} />
      ) : (
        <Place route={route} moved={moved} accountId={context.accountId} go={go} />
      )}
    </main>
  );
}

function Place(props: {
  readonly route: Route;
  readonly moved: boolean;
  readonly accountId: string | undefined;
  readonly go: (route: Route) => void;
}) {
  const { route, moved, accountId, go } = props;
  const openGoal = (goalId: string) => {
    go({ kind: "goal", goalId });
  };
  if (route.kind === "list") {
    return <GoalList accountId={accountId} moved={moved} onOpen={openGoal} />;
  }
  return (
    <GoalDetail
      key={route.goalId}
      goalId={route.goalId}
      accountId={accountId}
      moved={moved}
      onOpen={openGoal}
      onBack={() => {
        go({ kind: "list" });
      }}
    />
  );
}
