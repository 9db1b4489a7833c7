import type { SandboxMode } from "./platform/sandbox";
import { enginesHere } from "./platform/sql/engines-here";
import { sqlEngines, type SqlEngineName } from "./platform/sql/open-sql";

/** One way to run the site: a database engine and what becomes of the app's processes. Fits into createSite's options. */
export type Way = { readonly sql: SqlEngineName; readonly mode: SandboxMode };

const modes = ["fresh", "warm"] as const;
const everyWay: readonly Way[] = sqlEngines.flatMap((sql) => modes.map((mode) => ({ sql, mode })));

/** `SITE_ALL_WAYS=1`, as CI sets it, makes a way that cannot be run a failure instead of a skip. */
const mustRunAll = process.env["SITE_ALL_WAYS"] === "1";

/** Describes a suite once for each engine and mode. What cannot be run here is shown as skipped, with the reason. */
export function describeEachWay(name: string, suite: (way: Way) => void): void {
  for (const way of everyWay) {
    const title = `${name} (${way.sql}, ${way.mode} processes)`;
    if (canRun(way))
      describe(title, () => {
        suite(way);
      });
    else if (mustRunAll) describe(title, absent);
    else
      describe.skip(`${title}: MariaDB is not installed`, () => {
        suite(way);
      });
  }
}

function canRun({ sql }: Way): boolean {
  return enginesHere.includes(sql);
}

function absent() {
  test("MariaDB is installed", () => {
    expect(enginesHere).toContain("mariadb");
  });
}
