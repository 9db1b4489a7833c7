import type { BenchApp } from "./open-app";
import type { WorkName } from "./work-names";
import type { Taken } from "./watched-sql";

/** What a piece of work took of SQL and of Jira. */
export type Measured = {
  readonly work: WorkName;
  readonly statements: number;
  /** Time in the engine in milliseconds, all statements together. */
  readonly milliseconds: number;
  readonly slowest: { readonly name: string; readonly milliseconds: number };
  /** The most that one statement held; null where the engine does not tell. */
  readonly memory: { readonly name: string; readonly bytes: number } | null;
  /** Statements that put temporary tables on disk for their texts, which MariaDB always does. */
  readonly textsOnDisk: readonly string[];
  /** The largest answer of one statement in bytes. */
  readonly answer: { readonly name: string; readonly bytes: number };
  readonly jiraRequests: number;
  readonly jiraPoints: number;
  /** Why the work did not end: a limit of the platform that a statement exceeded. */
  readonly broken: string | null;
};

/** Does the work and tells what it took; a refused statement ends it and is told as well. */
export async function measure(
  { sql, jira }: BenchApp,
  work: WorkName,
  act: () => Promise<unknown>,
): Promise<Measured> {
  sql.taken();
  jira.asked();
  const broken = await refusalOf(act);
  const { requests, points } = jira.asked();
  return { work, ...sumOf(sql.taken()), jiraRequests: requests, jiraPoints: points, broken };
}

function sumOf(
  taken: readonly Taken[],
): Omit<Measured, "work" | "jiraRequests" | "jiraPoints" | "broken"> {
  const slowest = largest(taken, (each) => each.milliseconds);
  const memory = largest(taken, (each) => each.memoryBytes);
  const answer = largest(taken, (each) => each.answerBytes);
  return {
    statements: taken.length,
    milliseconds: taken.reduce((sum, each) => sum + each.milliseconds, 0),
    slowest: { name: slowest.name, milliseconds: slowest.value },
    memory: memory.name === "" ? null : { name: memory.name, bytes: memory.value },
    textsOnDisk: [...new Set(taken.flatMap((each) => (each.textsOnDisk ? each.name : [])))],
    answer: { name: answer.name, bytes: answer.value },
  };
}

async function refusalOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Error && error.name === "StoreRefused") return error.message;
    throw error;
  }
}

/** The statement that took the most; without a name where none is known. */
function largest(taken: readonly Taken[], of: (each: Taken) => number | null) {
  let most = { name: "", value: 0 };
  for (const each of taken) {
    const value = of(each);
    if (value !== null && value > most.value) most = { name: each.name, value };
  }
  return most;
}
