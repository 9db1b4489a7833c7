import { askForChildren } from "../know-containers";
import { refreshProjects } from "../prepare-projects";
import { rollDirtyGoals } from "../roll-goals";
import { lookAt } from "./look-at";
import { createProgress, type PassProgress } from "./pass-progress";
import { placeScopes } from "./place-scopes";
import { readBelow } from "./read-below";
import { readRoots } from "./read-roots";
import { readRules } from "./read-rules";
import type { Turn } from "./take-turn";

/**
 * Reads what the links of a pass's goals bring, then computes those goals and the ones they count in. No goal has read
 * all of its links before every link of the pass is read.
 */
export async function readPass(turn: Turn): Promise<void> {
  const progress = createProgress(turn);
  while (turn.pass().goals.length > 0) await readStep(turn, progress);
}

async function readStep(turn: Turn, progress: PassProgress): Promise<void> {
  const { at } = turn.pass();
  switch (at.step) {
    case "join":
      return join(turn);
    case "roots":
      return readRoots(turn, progress, at.after);
    case "rules":
      return readRules(turn, progress, at);
    case "below":
      return readBelow(turn, progress, at);
    case "forget":
      return forgetUnseen(turn);
    case "know":
      return knowTheRest(turn);
    case "scopes":
      return placeScopes(turn, at);
    case "numbers":
      return end(turn);
  }
}

/** The readings are begun before their links are read, so that links made later come with a wish of their own. */
async function join({ ports, pass, reach }: Turn): Promise<void> {
  const { readings } = ports.store;
  const { number, goals } = pass();
  await readings.putReadings(
    goals.map(({ goalId, since }) => ({
      goalId,
      reading: { kind: "reading", read: 0, about: null, since },
    })),
  );
  await readings.join(number, goals);
  await reach({ step: "roots", after: "0" });
}

/** Members that a complete reading did not meet are forgotten, and looked at again. */
async function forgetUnseen({ ports, pass, reach }: Turn): Promise<void> {
  const { readings } = ports.store;
  const { number } = pass();
  const goalIds = goalIdsOf(pass());
  await readings.takeRoots(number, null);
  const unseen = await readings.unseen(number, goalIds);
  await lookAt(ports, unseen);
  if (unseen.length > 0) {
    await readings.dropUnseen(number, goalIds);
    await ports.store.sync.placeAgain(goalIds);
  }
  await readings.markRead(number, ports.now());
  await reach({ step: "know" });
}

async function knowTheRest({ ports, pass, reach }: Turn): Promise<void> {
  const { readings } = ports.store;
  const goalIds = goalIdsOf(pass());
  await askForChildren(ports, await readings.unsearched(pass().number, goalIds));
  await refreshProjects(ports, await readings.projectsOf(goalIds));
  await reach({ step: "scopes", goals: 0, after: "0" });
}

async function end(turn: Turn): Promise<void> {
  const { ports, pass } = turn;
  const { now, store, queue } = ports;
  const goalIds = goalIdsOf(pass());
  await rollDirtyGoals(ports);
  const refusals = await store.readings.refusalsOf(goalIds);
  await store.readings.putUnlessAsked(
    goalIds.map((goalId) => {
      const messages = refusals.get(goalId);
      return {
        goalId,
        reading:
          messages === undefined
            ? { kind: "complete", at: now() }
            : { kind: "broken", detail: messages.join(" "), at: now() },
      };
    }),
  );
  await queue.push({ kind: "take-in-past", goalId: onlyOf(goalIds) });
  await turn.end();
}

/** Of several goals the past is taken in as of all that were computed lately. */
const onlyOf = ([first, ...others]: readonly string[]) =>
  others.length === 0 ? (first ?? null) : null;

const goalIdsOf = ({ goals }: { readonly goals: readonly { readonly goalId: string }[] }) =>
  goals.map(({ goalId }) => goalId);
