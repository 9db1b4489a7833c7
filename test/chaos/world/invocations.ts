import { AsyncLocalStorage } from "node:async_hooks";
import type { InvocationResult } from "../../site/boundary";
import type { Invocation, InvocationKind } from "../../site/platform/invocation";
import type { Agenda } from "./agenda";

/** One run of a function of the app, as long as its process lives. */
export type Run = {
  readonly invocation: Invocation;
  /** Calls that have taken effect. */
  calls: number;
  /** Dies when this many calls have taken effect; null lives. */
  readonly killAfter: number | null;
  dead: boolean;
  readonly die: (errorType: string) => void;
};

export type Asked = {
  readonly kind: InvocationKind;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly accountId?: string;
  readonly limitMilliseconds: number;
  readonly killAfter: number | null;
  readonly work: () => Promise<unknown>;
};

const running = new AsyncLocalStorage<Run>();

/** The invocation in which this code runs. */
export const currentRun = (): Run | undefined => running.getStore();

let ids = 0;

/** Runs a function as the platform does: it ends with a result, an error, its time limit or its process's death. */
export function invoke(agenda: Agenda, asked: Asked): Promise<InvocationResult> {
  const { kind, functionKey, moduleKey, accountId, killAfter, limitMilliseconds, work } = asked;
  const id = String((ids += 1));
  return new Promise((resolve) => {
    const invocation: Invocation = {
      id,
      originId: id,
      kind,
      functionKey,
      moduleKey,
      moduleType: kind,
      accountId,
    };
    const end = (result: InvocationResult) => {
      run.dead = true;
      resolve(result);
    };
    const die = (errorType: string) => {
      end({ ok: false, errorType, errorMessage: errorType, logs: [] });
    };
    const run: Run = { invocation, calls: 0, killAfter, dead: false, die };
    agenda.after(limitMilliseconds, () => {
      die("FUNCTION_TIME_OUT");
    });
    running.run(run, work).then(
      (value) => {
        end({ ok: true, value: value === undefined ? undefined : plain(value), logs: [] });
      },
      (error: unknown) => {
        end({ ok: false, errorType: "Error", errorMessage: wordsOf(error), logs: [] });
      },
    );
  });
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
