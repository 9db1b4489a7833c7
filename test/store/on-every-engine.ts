import type { Store } from "../../src/use-cases/store-ports";
import { createStore } from "../../src/store/store";
import { enginesHere } from "../site/platform/sql/engines-here";
import { openSqlBoundary, type SqlBoundary } from "./sql-boundary";

/** Runs the same tests against a fresh store on each engine of this machine. */
export function onEveryEngine(tests: (store: Store, boundary: () => SqlBoundary) => void): void {
  describe.each(enginesHere)("on %s", (engine) => {
    let boundary: SqlBoundary;
    beforeAll(async () => {
      boundary = await openSqlBoundary(engine);
    }, 60_000);
    afterAll(() => boundary.stop());
    tests(createStore(), () => boundary);
  });
}
