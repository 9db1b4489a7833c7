import type { Clock } from "../../site/clock";

/** The time of one chaos run: whatever waits stands on one list, and the next thing on it happens next. */
export type Agenda = Clock & {
  readonly after: (milliseconds: number, action: () => void | Promise<void>) => void;
  /** Does everything that falls due until then, in order of time; throws what an action threw. */
  readonly runUntil: (at: number) => Promise<void>;
  /** Lets time jump; what was due meanwhile is late. */
  readonly leap: (milliseconds: number) => void;
};

type Task = {
  readonly at: number;
  readonly order: number;
  readonly action: () => void | Promise<void>;
  cancelled: boolean;
};

/** `quiet` waits until nothing runs that the list does not know of. */
export function createAgenda(start: number, quiet: () => Promise<void>): Agenda {
  let now = start;
  let order = 0;
  const failures: unknown[] = [];
  const tasks: Task[] = [];

  const at = (due: number, action: Task["action"]) => {
    const task = { at: Math.max(due, now), order: (order += 1), action, cancelled: false };
    insert(tasks, task);
    return () => {
      task.cancelled = true;
    };
  };
  const begin = (action: Task["action"]) => {
    void Promise.resolve()
      .then(action)
      .catch((error: unknown) => failures.push(error));
  };
  const runUntil = async (end: number) => {
    for (;;) {
      const task = tasks.at(-1);
      if (task === undefined || task.at > end) break;
      tasks.pop();
      if (task.cancelled) continue;
      now = Math.max(now, task.at);
      begin(task.action);
      await quiet();
      if (failures.length > 0) throw failures[0];
    }
    now = Math.max(now, end);
  };

  return {
    now: () => now,
    at,
    after: (milliseconds, action) => {
      at(now + milliseconds, action);
    },
    runUntil,
    advance: (milliseconds) => runUntil(now + milliseconds),
    leap: (milliseconds) => {
      now += milliseconds;
    },
    setSpeed: () => undefined,
    speed: () => 0,
    stop: () => {
      tasks.length = 0;
    },
  };
}

/** The list ends with what comes first; of two at the same time the one that was asked for first. */
function insert(tasks: Task[], task: Task): void {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = tasks[middle];
    if (other !== undefined && (other.at > task.at || other.at === task.at)) low = middle + 1;
    else high = middle;
  }
  tasks.splice(low, 0, task);
}
