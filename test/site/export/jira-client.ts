/** A Jira Cloud site as read with a person's API token; the token is used for the header and kept nowhere else. */
export type JiraClient = {
  readonly get: (path: string) => Promise<unknown>;
  readonly post: (path: string, body: unknown) => Promise<unknown>;
};

/** Jira refused for good: path, status and Jira's own words; never a header. */
export class ExportFailed extends Error {
  override readonly name = "ExportFailed";
  /** Undefined when no answer came. */
  readonly status: number | undefined;

  constructor(message: string, status?: number, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

export type Access = {
  readonly site: string;
  readonly email: string;
  readonly token: string;
  /** Told of every wait, so that the person sees why nothing moves. */
  readonly onWait: (seconds: number, why: string) => void;
  readonly wait: (seconds: number) => Promise<void>;
};

const tries = 6;
/** The hourly quota of Jira ends within an hour. */
const longestWaitSeconds = 3_600;

/** Reads with Basic authentication; 429, 5xx and broken connections are tried again, after Retry-After where it is sent. */
export function createJiraClient(access: Access): JiraClient {
  const credentials = Buffer.from(`${access.email}:${access.token}`).toString("base64");
  const headers = { Authorization: `Basic ${credentials}`, Accept: "application/json" };
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await attemptOf(`${access.site}${path}`, { ...init, redirect: "manual" });
      if (outcome.kind === "read") return outcome.value;
      if (attempt >= tries || !outcome.mayPass) throw failureOf(outcome, path);
      const seconds = waitOf(outcome.retryAfter, attempt);
      access.onWait(seconds, outcome.said);
      await access.wait(seconds);
    }
  };
  return {
    get: (path) => ask(path, { headers }),
    post: (path, body) =>
      ask(path, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
}

type Failure = {
  readonly kind: "failed";
  readonly said: string;
  readonly status: number | undefined;
  readonly mayPass: boolean;
  readonly retryAfter: number;
  readonly cause?: unknown;
};

async function attemptOf(
  url: string,
  init: RequestInit,
): Promise<{ readonly kind: "read"; readonly value: unknown } | Failure> {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    if (response.ok) return { kind: "read", value: JSON.parse(text) };
    const { status } = response;
    return {
      kind: "failed",
      said: `Jira answered ${String(status)}${explained(text)}`,
      status,
      mayPass: status === 429 || status >= 500,
      retryAfter: Number(response.headers.get("retry-after")),
    };
  } catch (cause) {
    const said = cause instanceof SyntaxError ? "the answer is cut off" : "no answer";
    return { kind: "failed", said, status: undefined, mayPass: true, retryAfter: 0, cause };
  }
}

/** Gateways answer whole pages of HTML, of which nobody wants to read more than the status. */
function explained(text: string): string {
  return text === "" || text.trimStart().startsWith("<") ? "" : `: ${text.slice(0, 500)}`;
}

/** Retry-After in seconds where Jira names it, else 2, 4, 8 …, with jitter so that two exports do not meet again. */
function waitOf(retryAfter: number, attempt: number): number {
  const jitter = 0.7 + Math.random() * 0.6;
  const seconds = retryAfter > 0 ? retryAfter + jitter : 2 ** attempt * jitter;
  return Math.min(seconds, longestWaitSeconds);
}

function failureOf({ said, status, cause }: Failure, path: string): ExportFailed {
  const where = path.split("?")[0] ?? path;
  return new ExportFailed(`${where}: ${said}`, status, { cause });
}
