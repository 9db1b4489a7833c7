import type { InvocationResult } from "../boundary";
import type { AppBundle } from "./bundle";
import { startWorker, type Assignment, type Worker } from "./worker";

/** `fresh`: each invocation has a process of its own. `warm`: processes are used again, as Lambda does. */
export type SandboxMode = "fresh" | "warm";

export type Sandbox = {
  readonly run: (assignment: Assignment) => Promise<InvocationResult>;
  /** kill -9 of the process that runs this request. */
  readonly kill: (requestId: string) => void;
  /** Replaces all waiting processes by new ones, which remember nothing. */
  readonly renew: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const memoryMegabytes = 512;

/**
 * Runs invocations in processes outside of the site's own, loaded in advance so that none pays for its start. The process
 * that was used last is used next, so that what it remembers wrongly shows at once.
 */
export function createSandbox(options: {
  readonly bundle: AppBundle;
  readonly mode: SandboxMode;
  /** Processes kept loaded and waiting. */
  readonly prewarmed: number;
  /** Any function of the app, to load the bundle with. */
  readonly handler: string;
}): Sandbox {
  const { bundle, mode, prewarmed, handler } = options;
  const started = new Set<Worker>();
  const running = new Map<string, Worker>();
  let waiting: Worker[] = [];
  let stopped = false;

  const start = () => {
    const worker = startWorker(bundle.directory, memoryMegabytes, handler);
    started.add(worker);
    return worker;
  };
  const discard = async (worker: Worker) => {
    started.delete(worker);
    await worker.kill();
  };
  const refill = () => {
    while (!stopped && waiting.length < prewarmed) waiting.push(start());
  };
  const take = () => {
    waiting = waiting.filter((worker) => worker.alive());
    return waiting.shift() ?? start();
  };
  const giveBack = async (worker: Worker) => {
    if (mode === "warm" && worker.alive() && !stopped) waiting.unshift(worker);
    else await discard(worker);
  };
  refill();

  return {
    run: async (assignment) => {
      if (stopped) throw new Error("the platform was stopped");
      const worker = take();
      if (mode === "fresh") refill();
      running.set(assignment.requestId, worker);
      const result = await worker.run(assignment);
      running.delete(assignment.requestId);
      await giveBack(worker);
      return result;
    },
    kill: (requestId) => {
      void running.get(requestId)?.kill();
    },
    renew: async () => {
      const old = waiting;
      waiting = [];
      await Promise.all(old.map(discard));
      refill();
    },
    stop: async () => {
      stopped = true;
      await Promise.all([...started].map(discard));
      waiting = [];
    },
  };
}
