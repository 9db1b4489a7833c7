import { catchUp } from "../../src/use-cases/catch-up";
import type { InProcess } from "./in-process";

const sixMinutes = 360_000;

/** Nobody tries again; the five-minute check comes. */
export async function laterOn(app: InProcess): Promise<void> {
  await app.clock.advance(sixMinutes);
  await catchUp(app.ports);
  await app.settle();
}
