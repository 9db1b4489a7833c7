import type { SqlEngine } from "../site/platform/sql/engine";
import { openSql } from "../site/platform/sql/open-sql";

/**
 * A database that says done and does nothing, on every n-th of certain writes: what a bug looks like that forgets
 * something. To see that a run notices.
 */
export function forgetting(
  isForgotten: (sql: string) => boolean,
  every: number,
): () => Promise<SqlEngine> {
  return async () => {
    const engine = await openSql("sqlite");
    let met = 0;
    return {
      ...engine,
      run: (sql, parameters) => {
        if (!isForgotten(sql)) return engine.run(sql, parameters);
        met += 1;
        if (met % every !== 0) return engine.run(sql, parameters);
        return Promise.resolve({ kind: "done", affectedRows: 1, insertId: 0 });
      },
    };
  };
}
