import { addSeconds, max } from "date-fns";
import type { Ports } from "../ports";
import { passAfter } from "./next-pass";
import type { Pass, Place } from "./pass-ports";

/** Whoever holds the turn works on the pass until another takes it. */
export type Turn = {
  readonly ports: Ports;
  readonly pass: () => Pass;
  /** When what is read now counts as read: never before the pass began, whatever this process's clock says. */
  readonly readAt: () => Date;
  /** Writes down how far the pass has come. Throws TurnEnded when another has taken it, or the job has run long. */
  readonly reach: (at: Place) => Promise<void>;
  /** The pass is at its end. */
  readonly end: () => Promise<void>;
  /** Jira refused for now, which says nothing about the pass. */
  readonly pause: () => Promise<void>;
};

/** The work on a pass stops here: another has taken it over, or the job has run long. */
export class TurnEnded extends Error {
  override readonly name = "TurnEnded";
  readonly why: "taken" | "late";

  constructor(why: "taken" | "late") {
    super(`the turn has ended: ${why}`);
    this.why = why;
  }
}

/** A job may take 900 s, of which the longest step takes less than what is left. */
const longSeconds = 600;

/** Goes on with the pass under way, or begins one with the goals that wait; null when none waits. */
export async function takeTurn(ports: Ports, begun: Date): Promise<Turn | null> {
  const { readings } = ports.store;
  for (;;) {
    const kept = await readings.keptPass();
    const pass = await passAfter(ports, kept);
    if (pass === null) return null;
    if (await readings.keepPass(pass, kept.version, ports.now())) {
      return turnOf(ports, {
        pass,
        version: kept.version + 1,
        late: addSeconds(begun, longSeconds),
      });
    }
  }
}

type Held = { readonly pass: Pass; readonly version: number; readonly late: Date };

function turnOf(ports: Ports, held: Held): Turn {
  const { readings } = ports.store;
  let { pass, version } = held;
  const write = async (next: Pass) => {
    if (!(await readings.keepPass(next, version, ports.now()))) {
      const kept = await readings.keptPass();
      if (kept.pass?.turn !== pass.turn) throw new TurnEnded("taken");
    }
    version += 1;
    pass = next;
  };
  return {
    ports,
    pass: () => pass,
    readAt: () => max([ports.now(), pass.freshSince]),
    reach: async (at) => {
      await write({ ...pass, at, turns: 0 });
      if (ports.now() > held.late) throw new TurnEnded("late");
    },
    end: () => write({ ...pass, goals: [] }),
    pause: async () => {
      await readings.keepPass({ ...pass, turns: 0 }, version, ports.now());
    },
  };
}
