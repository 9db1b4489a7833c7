import type { Caller } from "../boundary";
import { type Asked, type Reply, jsonReply } from "./http";
import type { Route } from "./routes";
import type { Site } from "./site";

/**
 * Jira's REST API over HTTP, for tools outside: `Authorization: Basic` with an account id or display name in the place
 * of the e-mail address and any token. Without it the caller is anonymous; the cookies of the pages count for nothing.
 */
export function restEndpoint(site: Site): Route {
  return {
    method: "any",
    path: "/rest/*",
    answer: (asked) => {
      const as = callerOf(site, asked.headers["authorization"]);
      return as === undefined ? unknownCaller : answered(site, asked, as);
    },
  };
}

async function answered(site: Site, asked: Asked, as: Caller): Promise<Reply> {
  const { authorization, cookie, ...headers } = asked.headers;
  const response = await site.jira.handle({
    method: asked.method,
    path: asked.url.pathname + asked.url.search,
    headers,
    body: asked.body === "" ? undefined : asked.body,
    as,
  });
  return { status: response.status, headers: response.headers, body: response.body };
}

/** Undefined when somebody is named whom the site does not know. */
function callerOf(site: Site, authorization: string | undefined): Caller | undefined {
  if (authorization === undefined) return { kind: "none" };
  const [scheme = "", credentials = ""] = authorization.split(" ");
  const [name = "", token = ""] = Buffer.from(credentials, "base64").toString("utf8").split(":");
  const user = site.users.find(
    ({ accountId, displayName }) => accountId === name || displayName === name,
  );
  if (scheme.toLowerCase() !== "basic" || token === "" || user === undefined) return undefined;
  return { kind: "user", accountId: user.accountId };
}

const unknownCaller = jsonReply(
  { errorMessages: ["Client must be authenticated to access this resource."], errors: {} },
  401,
);
