import { parseArgs } from "node:util";
import { sqlEngines, type SqlEngineName } from "../platform/sql/open-sql";

/** What `npm start` is told on its command line. */
export type Flags = {
  /** Export file or folder; the generated company without it. */
  readonly data?: string;
  /** Epoch milliseconds the site's clock starts at. */
  readonly now?: number;
  readonly port: number;
  /** Account id or display name of who a browser is at first. */
  readonly user?: string;
  readonly sql: SqlEngineName;
  readonly speed: number;
};

export class BadFlag extends Error {
  override readonly name = "BadFlag";
}

export const usage =
  "npm start -- [--data DIR|FILE] [--now ISO] [--port N] [--user NAME] [--sql sqlite|mariadb] [--speed N]";

/** Reads the command line; throws BadFlag with a sentence for people. */
export function readFlags(args: readonly string[]): Flags {
  const text = { type: "string" } as const;
  const options = { data: text, now: text, port: text, user: text, sql: text, speed: text };
  const values = parsed(() => parseArgs({ args: [...args], options }).values);
  const { data, now, user } = values;
  return {
    ...(data === undefined ? {} : { data }),
    ...(now === undefined ? {} : { now: instant(now) }),
    port: number("port", values.port ?? "8080", 0, 65_534),
    ...(user === undefined ? {} : { user }),
    sql: engine(values.sql ?? "sqlite"),
    speed: number("speed", values.speed ?? "1", 0, 1_000_000),
  };
}

function parsed<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new BadFlag(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new BadFlag(`--now ${text} is no ISO 8601 instant`);
  return at;
}

function number(flag: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (text.trim() === "" || Number.isNaN(value) || value < low || value > high) {
    throw new BadFlag(`--${flag} ${text} is no number between ${String(low)} and ${String(high)}`);
  }
  return value;
}

function engine(text: string): SqlEngineName {
  const found = sqlEngines.find((each) => each === text);
  if (found === undefined) throw new BadFlag(`--sql ${text} is none of ${sqlEngines.join(", ")}`);
  return found;
}
