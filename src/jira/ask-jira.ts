import { asApp, asUser, type APIResponse, type Route } from "@forge/api";
import * as z from "zod/mini";
import type { JqlRefused } from "../use-cases/jira-ports";
import { openGate, type JiraGate } from "./jira-gate";
import { JiraRefused } from "./jira-refused";
import { pointsOf } from "./points";
import { quotaRefusal, retryAfterOf, withJitter } from "./retry-after";

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
export function askJira(
  as: "app" | "user",
  patienceSeconds: number,
  gate: JiraGate = openGate,
): AskJira {
  let patience = patienceSeconds;
  const pace = createPace();
  const pause = async (wait: number) => {
    patience -= wait;
    await seconds(wait);
  };

  const send = async (call: JiraCall<z.core.$ZodType>): Promise<APIResponse> => {
    for (let tries = 1; ; tries++) {
      await gate.pass(call.name);
      await pause(Math.min(pace.of(call.name), Math.max(0, patience)));
      const response = await once(as, call);
      pace.learn(call.name, response.status);
      if (!response.ok) gate.spend(1);
      const closed = quotaRefusal(response);
      if (closed !== null) await gate.close(closed.until);
      const wait = retryAfterOf(response, tries);
      if (wait === null || tries === mostTries || wait > patience) return response;
      await pause(withJitter(wait));
    }
  };
  const bodyRead = async (call: JiraCall<z.core.$ZodType>, response: APIResponse) => {
    const body = await bodyOf(call.name, response);
    gate.spend(pointsOf(call.name, body));
    return body;
  };

  return {
    ask: async (call) => {
      const response = await send(call);
      if (!response.ok) throw refused(call.name, response);
      return read(call, await bodyRead(call, response));
    },
    askJql: async (call) => {
      const response = await send(call);
      if (response.ok) return { kind: "read", value: read(call, await bodyRead(call, response)) };
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

/**
 * After a burst was refused, the same call goes slower for a while: each further refusal doubles the pause before it, each
 * answer halves it.
 */
function createPace() {
  const pauses = new Map<string, number>();
  return {
    of: (name: string) => pauses.get(name) ?? 0,
    learn: (name: string, status: number) => {
      const pause = pauses.get(name) ?? 0;
      if (status === 429)
        pauses.set(name, Math.min(slowestSeconds, Math.max(firstPause, pause * 2)));
      else if (pause > firstPause) pauses.set(name, pause * 0.5);
      else pauses.delete(name);
    },
  };
}

const firstPause = 0.05;
const slowestSeconds = 2;

const seconds = (wait: number) =>
  wait <= 0
    ? Promise.resolve()
    : new Promise<void>((resolve) => {
        setTimeout(resolve, wait * 1000);
      });
