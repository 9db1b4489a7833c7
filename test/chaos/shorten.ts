import { runSeed, type Outcome, type SeedOptions } from "./run-seed";
import { troubles, type Trouble } from "./troubles";

/** The shortest beginning of a failing seed's story that still fails, with as few kinds of trouble as that takes. */
export async function shortened(failing: Outcome, options: SeedOptions = {}): Promise<Outcome> {
  let shortest = failing;
  for (let rounds = 0; rounds < failing.rounds; rounds += 1) {
    const outcome = await runSeed(failing.seed, { ...options, rounds });
    if (outcome.wrong.length === 0) continue;
    shortest = outcome;
    break;
  }
  const without = new Set<Trouble>(options.without);
  for (const trouble of troubles.filter((each) => shortest.troubles.includes(each))) {
    const fewer = new Set([...without, trouble]);
    const { rounds } = shortest;
    const outcome = await runSeed(failing.seed, { ...options, rounds, without: fewer });
    if (outcome.wrong.length === 0) continue;
    without.add(trouble);
    shortest = outcome;
  }
  return shortest;
}
