import type { CallLog, LoggedCall } from "../boundary";

/** An append-only log in memory. */
export function createCallLog(): CallLog {
  const calls: LoggedCall[] = [];
  return {
    add: (call) => {
      calls.push(call);
    },
    all: () => calls,
    since: (index) => calls.slice(index),
  };
}
