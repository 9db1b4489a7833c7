import type { Jira, JiraRequest } from "../site/boundary";

/** The platform's boundary to Jira in this process; its queue takes all, everything else goes where it went before. */
export type JiraBoundary = {
  /** Who asks in requests as the user. */
  readonly signIn: (accountId: string) => void;
  /** Requests so far, `POST /rest/api/3/search/jql`. */
  readonly requests: () => readonly string[];
  readonly forgetRequests: () => void;
  /** The next request to this path is answered so, without reaching Jira. */
  readonly refuseNext: (path: string, status: number, headers?: Record<string, string>) => void;
  /** Issues that the app may not see from now on. */
  readonly hideFromApp: (issueIds: readonly string[]) => void;
  readonly close: () => void;
};

type Target = { readonly type: string; readonly remote?: string; readonly provider?: string };
type Init = {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: string;
};
type ForgeFetch = (target: Target, path: string, init?: Init) => Promise<Response>;
type Refusal = {
  readonly path: string;
  readonly status: number;
  readonly headers: Record<string, string>;
};

export function answerJira(jira: Pick<Jira, "handle">): JiraBoundary {
  const former: unknown = Reflect.get(globalThis, "__forge_fetch__");
  let accountId = "";
  let requests: readonly string[] = [];
  let refusals: readonly Refusal[] = [];
  let hidden: readonly string[] = [];

  const forgeFetch: ForgeFetch = async (target, path, init = {}) => {
    if (path.startsWith("/webhook/queue/publish/")) return new Response("{}", { status: 201 });
    if (target.remote !== "jira") return passOn(former, target, path, init);
    const method = init.method ?? "GET";
    const [pathname = path] = path.split("?");
    requests = [...requests, `${method} ${pathname}`];
    const refusal = refusals.find((each) => each.path === pathname);
    refusals = refusals.filter((each) => each !== refusal);
    if (refusal !== undefined) {
      const { status, headers } = refusal;
      return new Response("<html>busy</html>", { status, headers });
    }
    const as: JiraRequest["as"] =
      target.provider === "app" ? { kind: "app" } : { kind: "user", accountId };
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = withoutHidden(init.body, hidden);
    const answer = await jira.handle({ method, path, headers, body, as });
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  };
  Reflect.set(globalThis, "__forge_fetch__", forgeFetch);

  return {
    signIn: (who) => {
      accountId = who;
    },
    requests: () => requests,
    forgetRequests: () => {
      requests = [];
    },
    refuseNext: (path, status, headers = {}) => {
      refusals = [...refusals, { path, status, headers }];
    },
    hideFromApp: (issueIds) => {
      hidden = issueIds;
    },
    close: () => {
      Reflect.set(globalThis, "__forge_fetch__", former);
    },
  };
}

async function passOn(fetch: unknown, ...request: readonly unknown[]): Promise<Response> {
  if (typeof fetch !== "function") throw new Error("nothing answers this service");
  const response: unknown = await Reflect.apply(fetch, undefined, request);
  if (!(response instanceof Response)) throw new Error("the service gave no response");
  return response;
}

/** An issue that is hidden is to whoever asks for it as if it were not there. */
function withoutHidden(body: string | undefined, hidden: readonly string[]): string | undefined {
  if (body === undefined || hidden.length === 0) return body;
  const asked: unknown = JSON.parse(body);
  if (typeof asked !== "object" || asked === null || !("issueIdsOrKeys" in asked)) return body;
  const { issueIdsOrKeys: ids } = asked;
  if (!Array.isArray(ids)) return body;
  return JSON.stringify({
    ...asked,
    issueIdsOrKeys: ids.filter((id: unknown) => !hidden.includes(String(id))),
  });
}
