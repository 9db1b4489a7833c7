import { type FrameLocation, isRecord, textOf } from "./messages";

type Action = "PUSH" | "REPLACE" | "POP";
type Listener = (location: FrameLocation, action: Action) => void;
type Blocker = string | ((location: FrameLocation, action: Action) => string | boolean | undefined);

type History = {
  action: Action;
  location: FrameLocation;
  push: (to: unknown, state?: unknown) => void;
  replace: (to: unknown, state?: unknown) => void;
  go: (steps: number) => void;
  goBack: () => void;
  goForward: () => void;
  createHref: (to: unknown) => string;
  listen: (listener: Listener) => () => void;
  block: (blocker: Blocker) => () => void;
};

type Started = { readonly base: string; readonly location: FrameLocation };

export type FrameHistories = {
  readonly create: (started: Started) => History;
  /** The person went back or forward: the page's address has changed already. */
  readonly moved: (location: FrameLocation) => void;
};

/** The history object of `view.createHistory()` in the shape of the history package, version 4. */
export function frameHistories(call: (command: string, data: unknown) => void): FrameHistories {
  const open: ((location: FrameLocation) => void)[] = [];
  return {
    create: (started) => {
      const { history, moved } = createHistory(started, call);
      open.push(moved);
      return history;
    },
    moved: (location) => {
      open.forEach((moved) => {
        moved(location);
      });
    },
  };
}

function createHistory(started: Started, call: (command: string, data: unknown) => void) {
  const listeners = new Set<Listener>();
  let blocker: Blocker | undefined;
  const refuses = (location: FrameLocation, action: Action) => {
    const verdict = typeof blocker === "function" ? blocker(location, action) : blocker;
    if (typeof verdict === "string") return !globalThis.confirm(verdict);
    return verdict === false;
  };
  const settle = (location: FrameLocation, action: Action) => {
    history.action = action;
    history.location = location;
    for (const listener of [...listeners]) listener(location, action);
  };
  const travel = (
    command: "historyPush" | "historyReplace",
    action: Action,
    to: unknown,
    state: unknown,
  ) => {
    const location = locationOf(to, history.location, state);
    if (refuses(location, action)) return;
    call(command, location);
    settle(location, action);
  };
  const go = (steps: number) => {
    call("historyGo", steps);
  };
  const history: History = {
    action: "POP",
    location: started.location,
    push: (to, state) => {
      travel("historyPush", "PUSH", to, state);
    },
    replace: (to, state) => {
      travel("historyReplace", "REPLACE", to, state);
    },
    go,
    goBack: () => {
      go(-1);
    },
    goForward: () => {
      go(1);
    },
    createHref: (to) => {
      const { pathname, search, hash } = locationOf(to, history.location, undefined);
      return started.base + (pathname === "/" ? "" : pathname) + search + hash;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    block: (next) => {
      blocker = next;
      return () => {
        blocker = undefined;
      };
    },
  };
  const moved = (location: FrameLocation) => {
    settle(location, "POP");
  };
  return { history, moved };
}

function locationOf(to: unknown, from: FrameLocation, state: unknown): FrameLocation {
  const key = Math.random().toString(36).slice(2, 8);
  if (typeof to === "string") {
    const url = new URL(to, `http://app${from.pathname}`);
    return { pathname: url.pathname, search: url.search, hash: url.hash, key, state };
  }
  const parts = isRecord(to) ? to : {};
  return {
    pathname: textOf(parts["pathname"], from.pathname),
    search: textOf(parts["search"]),
    hash: textOf(parts["hash"]),
    key,
    state: parts["state"] ?? state,
  };
}
