import { catchUp } from "../../../src/use-cases/catch-up";
import { takeInChanges } from "../../../src/use-cases/take-in-changes";
import type { BenchApp } from "./open-app";

const hour = 3_600_000;

/** What was done before has spent of its own hour's points; what it left is looked after before anything is measured. */
export async function beginHour(app: BenchApp): Promise<void> {
  app.advance(hour - (app.now().getTime() % hour));
  await catchUp(app.ports);
  await takeInChanges(app.ports);
  await app.ports.points.flush();
}
