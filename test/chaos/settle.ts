import { wrongRollups, type Wrong } from "./truth/compare";
import type { World } from "./world/world";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The audit of facts comes round once in so many nights. */
const mostNights = 31;

/**
 * Ends all trouble and waits. After three quiet hours, time for the reconciliations of every five minutes and of every
 * hour, all must be right, unless something left the app's sight in silence: that is for the nights. After a night all
 * must be right in any case.
 */
export async function settle(
  world: World,
  note: (words: string) => void,
): Promise<readonly Wrong[]> {
  const { agenda, faults, killer, platform, silence } = world;
  faults.clear();
  killer.set(0);
  platform.crowding(0);
  await agenda.advance(3 * hour);
  await afterMidnight(world);
  // A rule that names a day may just be read again.
  if ((await check(world)).length > 0) await agenda.advance(10 * minute);
  const wrong = await check(world);
  if (wrong.length > 0 && !silence.isKept()) return said("three quiet hours", wrong);
  for (let night = 1; ; night += 1) {
    agenda.leap(day);
    await agenda.advance(90 * minute);
    await afterMidnight(world);
    const left = await check(world);
    if (left.length === 0) {
      if (night > 1) note(`right after ${String(night)} nights`);
      return [];
    }
    if (night === mostNights || !silence.isKept()) return said(`${String(night)} nights`, left);
  }
}

/** Rules that name a day follow midnight within the hour. */
async function afterMidnight({ agenda }: World): Promise<void> {
  if (agenda.now() % day < 2 * hour) await agenda.advance(2 * hour);
}

const said = (when: string, wrong: readonly Wrong[]) =>
  wrong.map(({ goalId, what }) => ({ goalId, what: `after ${when} ${what}` }));

function check(world: World): Promise<readonly Wrong[]> {
  return world.observe(() => wrongRollups(world.jira, new Date(world.agenda.now())));
}
