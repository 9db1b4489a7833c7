import { z } from "zod/mini";
import type { Jira } from "../boundary";

/** Jira's answer to a page: the value, or the status with Jira's own messages. */
export type FromJira<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly messages: readonly string[] };

export type AskJira = {
  readonly get: <T>(path: string, shape: z.ZodMiniType<T>) => Promise<FromJira<T>>;
  readonly send: (
    method: "POST" | "PUT",
    path: string,
    body: unknown,
  ) => Promise<FromJira<undefined>>;
};

const refusal = z.looseObject({
  errorMessages: z.optional(z.array(z.string())),
  errors: z.optional(z.record(z.string(), z.string())),
});

/** Jira's REST API as this person sees it. An answer of another shape than expected throws. */
export function jiraAs(jira: Jira, accountId: string): AskJira {
  const ask = (method: string, path: string, body: string | undefined) =>
    jira.handle({
      method,
      path,
      headers: { accept: "application/json", "content-type": "application/json" },
      body,
      as: { kind: "user", accountId },
    });
  return {
    get: async (path, shape) => {
      const response = await ask("GET", path, undefined);
      if (response.status !== 200) return refused(response.status, response.body);
      return { ok: true, value: shape.parse(JSON.parse(response.body)) };
    },
    send: async (method, path, body) => {
      const response = await ask(method, path, JSON.stringify(body));
      if (response.status >= 300) return refused(response.status, response.body);
      return { ok: true, value: undefined };
    },
  };
}

function refused(status: number, body: string): FromJira<never> {
  const parsed = z.safeParse(refusal, asJson(body));
  const messages = parsed.success
    ? [...(parsed.data.errorMessages ?? []), ...Object.values(parsed.data.errors ?? {})]
    : [];
  return {
    ok: false,
    status,
    messages: messages.length > 0 ? messages : [body || `HTTP ${String(status)}`],
  };
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
