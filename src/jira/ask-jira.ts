import { asApp, asUser, type APIResponse, type Route } from "@forge/api";
import * as z from "zod/mini";
import type { JqlRefused } from "../use-cases/jira-ports";
import { JiraRefused } from "./jira-refused";
import { retryAfterOf } from "./retry-after";

/** One request: a GET, or a POST where there is a body. */
export type JiraCall<T extends z.core.$ZodType> = {
  /** Names the call in errors and logs. */
  readonly name: string;
  readonly path: Route;
  readonly body?: unknown;
  /** What of the answer is needed: unknown members pass, missing ones fail. */
  readonly answer: T;
};

/** The one way to Jira. Everything asked is a read, so what passes by itself is asked again. */
export type AskJira = {
  /** Throws JiraRefused unless Jira answers with what is needed. */
  readonly ask: <T extends z.core.$ZodType>(call: JiraCall<T>) => Promise<z.output<T>>;
  /** The same for a call that carries somebody's JQL, which Jira may refuse with 400 and a message. */
  readonly askJql: <T extends z.core.$ZodType>(
    call: JiraCall<T>,
  ) => Promise<{ readonly kind: "read"; readonly value: z.output<T> } | JqlRefused>;
};

const mostTries = 4;
const refusal = z.object({ errorMessages: z.array(z.string()) });

/** Jira as the app or as the person who asks; `patienceSeconds` is what may be spent on waiting in all. */
export function askJira(as: "app" | "user", patienceSeconds: number): AskJira {
  let patience = patienceSeconds;

  const send = async (call: JiraCall<z.core.$ZodType>): Promise<APIResponse> => {
    for (let tries = 1; ; tries++) {
      const response = await once(as, call);
      const wait = retryAfterOf(response, tries);
      if (wait === null || tries === mostTries || wait > patience) return response;
      patience -= wait;
      await seconds(wait);
    }
  };

  return {
    ask: async (call) => {
      const response = await send(call);
      if (!response.ok) throw refused(call.name, response);
      return read(call, await bodyOf(call.name, response));
    },
    askJql: async (call) => {
      const response = await send(call);
      if (response.ok)
        return { kind: "read", value: read(call, await bodyOf(call.name, response)) };
      if (response.status !== 400) throw refused(call.name, response);
      const said = refusal.safeParse(await bodyOf(call.name, response));
      if (!said.success) throw refused(call.name, response);
      return { kind: "refused", message: said.data.errorMessages.join(" ") };
    },
  };
}

async function once(
  as: "app" | "user",
  { path, body }: JiraCall<z.core.$ZodType>,
): Promise<APIResponse> {
  const jira = as === "app" ? asApp() : asUser();
  const accept = { Accept: "application/json" };
  if (body === undefined) return jira.requestJira(path, { headers: accept });
  return jira.requestJira(path, {
    method: "POST",
    headers: { ...accept, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function bodyOf(name: string, response: APIResponse): Promise<unknown> {
  try {
    const body: unknown = await response.json();
    return body;
  } catch (cause) {
    throw new JiraRefused(name, { status: response.status, retryAfterSeconds: soon }, { cause });
  }
}

/** A cut or garbled body may come whole the next time. */
const soon = 2;

function read<T extends z.core.$ZodType>(call: JiraCall<T>, body: unknown): z.output<T> {
  const read = z.safeParse(call.answer, body);
  if (!read.success)
    throw new JiraRefused(
      call.name,
      { status: 200, retryAfterSeconds: null },
      { cause: read.error },
    );
  return read.data;
}

const refused = (name: string, response: APIResponse) =>
  new JiraRefused(name, {
    status: response.status,
    retryAfterSeconds: retryAfterOf(response, mostTries),
  });

const seconds = (wait: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, wait * 1000);
  });
