import * as z from "zod/mini";
import type { EngineResult, SqlEngine } from "../../site/platform/sql/engine";

/** What the last statement took of its engine. */
export type EngineWork = {
  readonly milliseconds: number;
  /** The most memory that the connection held; null where nobody can tell. */
  readonly memoryBytes: number | null;
  /** Put temporary tables on disk although it stayed within the memory: MariaDB does so for texts. */
  readonly textsOnDisk: boolean;
};

type Statement = Parameters<SqlEngine["run"]>;

/** The engine with a watch on each statement; they must come one by one. */
export function watchEngine(engine: SqlEngine): {
  readonly engine: SqlEngine;
  readonly lastWork: () => EngineWork;
} {
  let work: EngineWork = { milliseconds: 0, memoryBytes: null, textsOnDisk: false };
  const watched = engine.name === "MariaDB" ? onMariadb : timed;
  return {
    engine: {
      ...engine,
      run: async (...statement) => {
        const done = await watched(engine, statement);
        work = done.work;
        return done.result;
      },
    },
    lastWork: () => work,
  };
}

type Done = { readonly result: EngineResult; readonly work: EngineWork };

async function timed(engine: SqlEngine, statement: Statement): Promise<Done> {
  const began = performance.now();
  const result = await engine.run(...statement);
  const milliseconds = performance.now() - began;
  return { result, work: { milliseconds, memoryBytes: null, textsOnDisk: false } };
}

/**
 * The gateway's engine brackets statements to see their temporary tables, and repeats those that put one on disk. So
 * that neither is measured, a read runs bare first, within the same memory, and again only where the gateway would.
 */
async function onMariadb(engine: SqlEngine, statement: Statement): Promise<Done> {
  const [sql, parameters, limits] = statement;
  await engine.run("FLUSH STATUS", []);
  const isRead = limits?.kind === "read";
  const bare = await timed(engine, isRead ? [sql, parameters] : statement);
  const onDisk = (await statusOf(engine, "Created_tmp_disk_tables")) > 0;
  const isRepeated = onDisk && !isRead;
  const memoryBytes = isRepeated ? null : await statusOf(engine, "Max_memory_used");
  const result = onDisk && isRead ? await engine.run(...statement) : bare.result;
  return {
    result,
    work: { milliseconds: bare.work.milliseconds, memoryBytes, textsOnDisk: onDisk },
  };
}

const statusRow = z.tuple([z.object({ Value: z.string() })]);

async function statusOf(engine: SqlEngine, name: string): Promise<number> {
  const told = await engine.run(`SHOW SESSION STATUS LIKE '${name}'`, []);
  return Number(statusRow.parse(told.kind === "rows" ? told.rows : [])[0].Value);
}
