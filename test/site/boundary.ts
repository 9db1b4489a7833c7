/** What the parts of the local site say to each other: the platform asks Jira, Jira tells of changes, pages ask both. */

/** On whose behalf a request reaches Jira. */
export type Caller =
  | { readonly kind: "app" }
  | { readonly kind: "user"; readonly accountId: string }
  | { readonly kind: "none" };

export type JiraRequest = {
  readonly method: string;
  /** Path with query string, beginning with /rest/. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly as: Caller;
  /** True when the app sends it, also where it acts for a user: what it changes is its own doing. */
  readonly byApp?: boolean;
};

export type JiraResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The operation of the OpenAPI document that answered, `GET /rest/api/3/issue/{issueIdOrKey}`; undefined when none did. */
  readonly operation: string | undefined;
};

/** A product event as Forge delivers it to a trigger function, e.g. eventType "avi:jira:updated:issue". */
export type ProductEvent = {
  readonly eventType: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** True when the change was made by the app itself (ignoreSelf). */
  readonly selfGenerated: boolean;
};

/** The Jira of the site, seen from outside. */
export type Jira = {
  readonly handle: (request: JiraRequest) => Promise<JiraResponse>;
  readonly onEvent: (listener: (event: ProductEvent) => void) => void;
};

/** Jira as the platform asks it: scopes are judged by operation before Jira handles anything. */
export type JiraDoor = Pick<Jira, "handle"> & {
  /** The operation of the OpenAPI document that a request is for; undefined when the document has none. */
  readonly operationOf: (request: Pick<JiraRequest, "method" | "path">) => string | undefined;
  /** Site milliseconds by which search and its count trail what was changed; absent where they never do. */
  readonly setSearchLag?: (milliseconds: number) => void;
};

/** One line of the call log: everything that crossed a boundary of the app. */
export type LoggedCall = {
  readonly at: number;
  readonly invocation: string;
  readonly functionKey: string;
  readonly service:
    "jira" | "sql" | "kvs" | "queue" | "privacy" | "egress" | "bridge" | "invoke" | "unmodelled";
  readonly as: string;
  readonly method: string;
  readonly path: string;
  /** HTTP status; 0 where a fault left no answer or kept it from happening. */
  readonly status: number;
  readonly milliseconds: number;
  /** What the request cost of Jira's hourly points. */
  readonly points?: number;
  /** The fault that was injected, or the limit that was hit. */
  readonly fault?: string;
};

export type CallLog = {
  readonly add: (call: LoggedCall) => void;
  readonly all: () => readonly LoggedCall[];
  readonly since: (index: number) => readonly LoggedCall[];
};

/** A call of a resolver from a page. */
export type ResolverCall = {
  readonly moduleKey: string;
  readonly accountId: string;
  readonly functionKey: string;
  readonly payload: unknown;
  /** The frontend context of the surface: extension, locale, siteUrl and the rest. */
  readonly context: Readonly<Record<string, unknown>>;
};

/** How an invocation ended: the function's result, or what went wrong with it. */
export type InvocationResult =
  | {
      readonly ok: true;
      readonly value: unknown;
      readonly logs: readonly string[];
    }
  | {
      readonly ok: false;
      readonly errorType: string;
      readonly errorMessage: string;
      readonly logs: readonly string[];
    };

/** The Forge platform of the site, seen from outside. */
export type Platform = {
  readonly invokeResolver: (call: ResolverCall) => Promise<InvocationResult>;
  /** Delivers a product event to every trigger of the manifest that asks for it. */
  readonly deliver: (event: ProductEvent) => Promise<void>;
  /** Runs a scheduled trigger now. */
  readonly runSchedule: (moduleKey: string) => Promise<InvocationResult>;
  /** Sends `avi:forge:installed:app`. */
  readonly install: () => Promise<void>;
  /** Resolves when no invocation runs and no queue event without delay is waiting. */
  readonly settled: () => Promise<void>;
  readonly calls: CallLog;
  readonly stop: () => Promise<void>;
};
