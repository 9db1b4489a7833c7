import { lookAt } from "./look-at";
import type { PassProgress } from "./pass-progress";
import { readOnce } from "./read-once";
import type { Turn } from "./take-turn";

/** Issues that are asked for together. */
const rootsAtOnce = 1000;

/** Reads the issues that links name; what is out of sight is looked at again, and stays linked: it may come back. */
export async function readRoots(turn: Turn, progress: PassProgress, begunAfter: string) {
  const { ports, pass } = turn;
  const { readings } = ports.store;
  const { number } = pass();
  let after = begunAfter;
  for (;;) {
    const roots = await readings.roots(number, after, rootsAtOnce);
    const last = roots.at(-1);
    if (last === undefined) break;
    progress.begin({ level: null, issues: roots.length, byGoal: new Map() });
    await readOnce(turn, { issueIds: roots, progress }, async ({ there, missing }) => {
      await lookAt(ports, missing);
      if (there.length > 0) await readings.takeRoots(number, there);
    });
    after = last;
    await turn.reach({ step: "roots", after });
  }
  await turn.reach({ step: "rules", after: "0", open: null });
}
