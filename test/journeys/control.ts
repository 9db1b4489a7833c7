import { z } from "zod/mini";

const call = z.looseObject({
  invocation: z.optional(z.string()),
  functionKey: z.string(),
  service: z.string(),
  as: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
});

export type Call = z.infer<typeof call>;

const calls = z.object({ calls: z.array(call), next: z.number() });

const violations = z.array(
  z.object({ directive: z.string(), blocked: z.string(), document: z.string() }),
);

/** The control port of a running site, as tests and people drive it over HTTP. */
export type Control = {
  /** Resolves when no invocation, event or undelayed queue message is pending. */
  readonly settle: () => Promise<void>;
  /** Resolves when the app has taken in what just happened in Jira: it waits a few site seconds for more to come. */
  readonly takenIn: () => Promise<void>;
  /** Moves the site's time forward; due timers run. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** Everything that crossed a boundary of the app after the first `since` calls. */
  readonly calls: (since?: number) => Promise<readonly Call[]>;
  /** Breaches of the content security policy that the browser reported, each as one line. */
  readonly violations: () => Promise<readonly string[]>;
};

/** Longer than the app waits for the rest of a burst of events. */
const burstMilliseconds = 5000;

export function controlOf(url: string): Control {
  const get = async (path: string) => answered(await fetch(`${url}/__control/${path}`));
  const post = async (path: string, body: unknown) =>
    answered(
      await fetch(`${url}/__control/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
  const settle = async () => {
    await post("settle", {});
  };
  const advance = async (milliseconds: number) => {
    await post("advance", { milliseconds });
  };
  return {
    settle,
    advance,
    takenIn: async () => {
      await settle();
      await advance(burstMilliseconds);
      await settle();
    },
    calls: async (since = 0) => calls.parse(await get(`calls?since=${String(since)}`)).calls,
    violations: async () =>
      violations
        .parse(await get("csp"))
        .map((each) => `csp: ${each.directive} refused ${each.blocked} in ${each.document}`),
  };
}

async function answered(response: Response): Promise<unknown> {
  if (!response.ok)
    throw new Error(
      `${response.url} answered ${String(response.status)}: ${await response.text()}`,
    );
  return response.json();
}
