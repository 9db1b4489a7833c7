import type { EngineResult, SqlEngine } from "../../site/platform/sql/engine";

/** A database that may be another process, and how to wait until it has answered everything. */
type Awaited = { readonly engine: SqlEngine; readonly quiet: () => Promise<void> };

/**
 * Between two actions of a run the app goes on until it waits for something that stands on the agenda again. A database
 * of this process has answered by then; for another one the agenda waits, so that its time means nothing to the run.
 */
export function awaited(engine: SqlEngine): Awaited {
  const running = new Set<Promise<EngineResult>>();
  const run: SqlEngine["run"] = (...statement) => {
    const answer = engine.run(...statement);
    running.add(answer);
    const end = () => running.delete(answer);
    void answer.then(end, end);
    return answer;
  };
  const quiet = async () => {
    for (;;) {
      await nextTurn();
      if (running.size === 0) return;
      await Promise.allSettled(running);
    }
  };
  return { engine: { ...engine, run }, quiet };
}

const nextTurn = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
