type Location = { readonly pathname: string; readonly search: string; readonly hash: string };
type Listener = (location: Location, action: string) => void;

const locationOf = (pathname: string): Location => ({ pathname, search: "", hash: "" });

/** The history that the host gives a page (`view.createHistory()`), in the shape of the history package, version 4. */
export function historyAt(pathname: string) {
  const listeners: Listener[] = [];
  const pushed: string[] = [];
  const move = (next: string, action = "POP") => {
    for (const listener of listeners) listener(locationOf(next), action);
  };
  return {
    location: locationOf(pathname),
    listen: (listener: Listener) => {
      listeners.push(listener);
      return () => undefined;
    },
    push: (next: string) => {
      pushed.push(next);
      move(next, "PUSH");
    },
    /** Where the page went, by its own doing. */
    pushed,
    /** The person goes back or forward. */
    move: (next: string) => {
      move(next);
    },
  };
}
