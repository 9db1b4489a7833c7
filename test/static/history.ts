type Location = { readonly pathname: string; readonly search: string; readonly hash: string };
type Listener = (location: Location, action: string) => void;

function locationOf(path: string): Location {
  const { pathname, search, hash } = new URL(path, "http://jira.test");
  return { pathname, search, hash };
}

/** The history that the host gives a page (`view.createHistory()`), in the shape of the history package, version 4. */
export function historyAt(path: string) {
  const listeners: Listener[] = [];
  const pushed: string[] = [];
  const replaced: string[] = [];
  const move = (next: string, action = "POP") => {
    for (const listener of listeners) listener(locationOf(next), action);
  };
  return {
    location: locationOf(path),
    listen: (listener: Listener) => {
      listeners.push(listener);
      return () => undefined;
    },
    push: (next: string) => {
      pushed.push(next);
      move(next, "PUSH");
    },
    replace: (next: string) => {
      replaced.push(next);
      move(next, "REPLACE");
    },
    /** Where the page went, by its own doing. */
    pushed,
    replaced,
    /** The person goes back or forward. */
    move: (next: string) => {
      move(next);
    },
  };
}
