import { useEffect, useRef, useState } from "react";
import { view } from "../../bridge";
import { type Look, lookOf, plainLook, searchOf } from "./look";

export type Route =
  | { readonly kind: "list" }
  | { readonly kind: "goal"; readonly goalId: string; readonly look: Look };

/** "replace" takes the place of the step before: going back does not stop at it. */
export type Go = (route: Route, step?: "push" | "replace") => void;

type History = Awaited<ReturnType<typeof view.createHistory>>;
type Address = { readonly pathname: string; readonly search: string };

/** The place within the page, kept in the address of the Jira page, so that every goal can be linked to; null until the host told it. */
export function useRoute(): {
  readonly route: Route | null;
  /** Whether the person has gone from one place of the page to another. */
  readonly moved: boolean;
  readonly go: Go;
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
      let path = created.location.pathname;
      setRoute(routeOf(created.location));
      unlisten = created.listen((location) => {
        if (location.pathname !== path) setMoved(true);
        path = location.pathname;
        setRoute(routeOf(location));
      });
    });
    return () => {
      left = true;
      unlisten?.();
    };
  }, []);
  const go: Go = (next, step = "push") => {
    history.current?.[step](pathOf(next));
  };
  return { route, moved, go };
}

export function goalRoute(goalId: string, look = plainLook): Route {
  return { kind: "goal", goalId, look };
}

function routeOf({ pathname, search }: Address): Route {
  const goalId = /\/goal\/(\d+)\/?$/.exec(pathname)?.[1];
  return goalId === undefined ? { kind: "list" } : goalRoute(goalId, lookOf(search));
}

/** The address of a place below the page's own. */
export function pathOf(route: Route): string {
  return route.kind === "list" ? "/" : `/goal/${route.goalId}${searchOf(route.look)}`;
}
