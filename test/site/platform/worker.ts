import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { z } from "zod/mini";
import type { InvocationResult } from "../boundary";
import { checkoutRoot } from "./root";

/** What the runner is told: the lambda event of the tunnel's protocol and the limits of this run. */
export type Assignment = {
  readonly lambdaEvent: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly limitMilliseconds: number;
  /** Epoch milliseconds of the site's clock; the app's Date starts from it. */
  readonly siteNow: number;
};

/** One process with the app loaded. It runs one invocation at a time. */
export type Worker = {
  readonly alive: () => boolean;
  readonly run: (assignment: Assignment) => Promise<InvocationResult>;
  readonly kill: () => Promise<void>;
};

const answerShape = z.object({
  requestId: z.string(),
  result: z.unknown(),
});
const resultShape = z.object({
  success: z.boolean(),
  body: z.optional(z.unknown()),
  error: z.optional(z.object({ errorType: z.string(), errorMessage: z.string() })),
  logs: z.array(z.string()),
});

/** Starts a process and loads the bundle, so that an invocation later finds it ready. */
export function startWorker(directory: string, memoryMegabytes: number, handler: string): Worker {
  const child = fork(join(checkoutRoot(), "test/site/platform/runner.cjs"), [directory], {
    execArgv: [`--max-old-space-size=${String(memoryMegabytes)}`],
    env: { NODE_ENV: "production", TZ: "UTC" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaints = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaints = (complaints + chunk.toString("utf8")).slice(-4000);
  });
  const ended = endOf(child, () => complaints);
  child.send({ preload: handler }, ignored);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  return {
    alive: () => !isOver && child.exitCode === null && child.signalCode === null && child.connected,
    run: (assignment) => run(child, assignment, ended),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

type Ended = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly complaints: string;
};

/**
 * The end of the process, when everything it wrote was read. One that could not be started, as on a machine that is out
 * of processes, never ends: its error is the end.
 */
function endOf(child: ChildProcess, complaints: () => string): Promise<Ended> {
  return new Promise((resolve) => {
    child.once("close", (code, signal) => {
      resolve({ code, signal, complaints: complaints() });
    });
    child.on("error", (error) => {
      if (child.pid === undefined) {
        resolve({ code: null, signal: null, complaints: error.message });
      }
    });
  });
}

/** What cannot be sent is met by the invocation, which reports it. */
const ignored = () => undefined;

function run(
  child: ChildProcess,
  assignment: Assignment,
  ended: Promise<Ended>,
): Promise<InvocationResult> {
  return new Promise((resolve) => {
    let timedOut = false;
    const finish = (result: InvocationResult) => {
      clearTimeout(timer);
      child.off("message", onMessage);
      resolve(result);
    };
    const onMessage = (message: unknown) => {
      const answer = answerShape.safeParse(message).data;
      if (answer?.requestId === assignment.requestId) finish(resultOf(answer.result));
    };
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill("SIGKILL");
    }, assignment.limitMilliseconds);
    child.on("message", onMessage);
    void ended.then((end) => {
      finish(timedOut ? timeOut(assignment.limitMilliseconds) : crash(end));
    });
    child.send(
      {
        lambdaEvent: assignment.lambdaEvent,
        tunnelContext: {
          requestId: assignment.requestId,
          deadline: Date.now() + assignment.limitMilliseconds,
          siteNow: assignment.siteNow,
        },
      },
      (error) => {
        if (error !== null) finish(crash({ code: null, signal: null, complaints: error.message }));
      },
    );
  });
}

function resultOf(answered: unknown): InvocationResult {
  const result = resultShape.safeParse(answered).data;
  if (result === undefined) {
    return crash({ code: null, signal: null, complaints: JSON.stringify(answered) });
  }
  const { success, body, error, logs } = result;
  if (success) return { ok: true, value: body, logs };
  return {
    ok: false,
    errorType: error?.errorType ?? "Error",
    errorMessage: error?.errorMessage ?? "",
    logs,
  };
}

function timeOut(limitMilliseconds: number): InvocationResult {
  const seconds = limitMilliseconds / 1000;
  return {
    ok: false,
    errorType: "FUNCTION_TIME_OUT",
    errorMessage: `The function was killed after ${String(seconds)} s`,
    logs: [],
  };
}

function crash(exit: Ended): InvocationResult {
  const outOfMemory = exit.complaints.includes("heap out of memory");
  return {
    ok: false,
    errorType: outOfMemory ? "FUNCTION_OUT_OF_MEMORY" : "FUNCTION_PLATFORM_UNKNOWN_ERROR",
    errorMessage: `The process of the function ended (${exit.signal ?? String(exit.code)}): ${exit.complaints}`,
    logs: [],
  };
}
