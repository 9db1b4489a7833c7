import { Skeleton } from "../../parts/skeleton";
import type { SurfaceProps } from "../../parts/surface";
import { GoalDetail } from "./goal-detail";
import { GoalList } from "./goal-list";
import { type Go, goalRoute, type Route, useRoute } from "./use-route";
import "./goals-page.css";
import "./evidence/evidence.css";

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
  readonly go: Go;
}) {
  const { route, moved, accountId, go } = props;
  if (route.kind === "list") {
    return (
      <GoalList
        accountId={accountId}
        moved={moved}
        onOpen={(goalId) => {
          go(goalRoute(goalId));
        }}
      />
    );
  }
  return (
    <GoalDetail
      key={route.goalId}
      goalId={route.goalId}
      look={route.look}
      accountId={accountId}
      moved={moved}
      go={go}
    />
  );
}
