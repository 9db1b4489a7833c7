import type { Answering, Asked, Reply } from "./http";
import { textReply } from "./http";

export type Route = {
  /** `any` takes every method. */
  readonly method: "GET" | "POST" | "DELETE" | "any";
  /** `/browse/:key`, or with a trailing `*` that takes the rest of the path as `rest`. */
  readonly path: string;
  readonly answer: Answering;
};

/** Finds the route of a request; the first that matches wins, none is 404. */
export function routed(routes: readonly Route[]): Answering {
  const compiled = routes.map((route) => ({ ...route, pattern: patternOf(route.path) }));
  return (asked) => {
    const method = asked.method === "HEAD" ? "GET" : asked.method;
    for (const route of compiled) {
      const fits = route.method === "any" || route.method === method;
      const match = fits ? route.pattern.exec(asked.url.pathname) : null;
      if (match !== null) return route.answer({ ...asked, params: { ...decodedGroups(match) } });
    }
    return notFound(asked);
  };
}

function notFound(asked: Asked): Reply {
  return textReply(`No page at ${asked.method} ${asked.url.pathname}`, "text/plain", 404);
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.]/g, "\\.")
    .replace(/:([a-zA-Z]+)/g, "(?<$1>[^/]+)")
    .replace(/\/\*$/, "(?:/(?<rest>.*))?");
  return new RegExp(`^${source}$`);
}

function decodedGroups(match: RegExpExecArray): Record<string, string> {
  const groups: Record<string, string | undefined> = match.groups ?? {};
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value ?? "")]),
  );
}
