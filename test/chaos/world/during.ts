import type { Agenda } from "./agenda";

const mostSteps = 600_000;

/** Lets the agenda go on, `step` milliseconds at a time, until the work has ended. */
export async function during<T>(agenda: Agenda, work: Promise<T>, step = 20): Promise<T> {
  const state = { ended: false };
  const end = () => {
    state.ended = true;
  };
  void work.then(end, end);
  for (let steps = 0; !state.ended; steps += 1) {
    if (steps === mostSteps) throw new Error("work did not end");
    await agenda.advance(step);
  }
  return work;
}
