import { useEffect, useRef, useState } from "react";
import { view } from "../../bridge";

export type Route = { readonly kind: "list" } | { readonly kind: "goal"; readonly goalId: string };

type History = Awaited<ReturnType<typeof view.createHistory>>;

/** The place within the page, kept in the address of the Jira page, so that every goal can be linked to; null until the host told it. */
export function useRoute(): {
  readonly route: Route | null;
  /** Whether the person has gone from one place of the page to another. */
  readonly moved: boolean;
  readonly go: (route: Route) => void;
} {
  const [route, setRoute] = useState<Route | null>(null);
  const [moved, setMoved] = useState(false);
  const history = useRef<History | null>(null);
  useEffect(() => {
    let left = false;
    let unlisten: (() => void) | undefined;
    void view.createHistory().then((created) => {
      if (left) return;
      history.current = created;
      setRoute(routeOf(created.location.pathname));
      unlisten = created.listen((location) => {
        setMoved(true);
        setRoute(routeOf(location.pathname));
      });
    });
    return () => {
      left = true;
      unlisten?.();
    };
  }, []);
  const go = (next: Route) => {
    history.current?.push(pathOf(next));
  };
  return { route, moved, go };
}

function routeOf(path: string): Route {
  const goalId = /\/goal\/(\d+)\/?$/.exec(path)?.[1];
  return goalId === undefined ? { kind: "list" } : { kind: "goal", goalId };
}

function pathOf(route: Route): string {
  return route.kind === "list" ? "/" : `/goal/${route.goalId}`;
}
