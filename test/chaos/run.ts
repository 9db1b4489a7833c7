import { parseArgs } from "node:util";
import { storyOf, sumOf } from "./report";
import { openDatabases } from "./databases";
import { runSeed, type Outcome } from "./run-seed";
import { shortened } from "./shorten";
import { troubles, type Trouble } from "./troubles";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "200" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    rounds: { type: "string" },
    without: { type: "string" },
    long: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    sql: { type: "string", default: "sqlite" },
  },
});

const say = (words: string) => process.stdout.write(`${words}\n`);
const from = Number(values.seed ?? values.from);
const seeds = values.seed === undefined ? Number(values.seeds) : 1;
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
const without = new Set<Trouble>(
  troubles.filter((each) => (values.without ?? "").split(",").includes(each)),
);
const databases = await openDatabases(values.sql);
const options = { rounds, without, open: databases.open };

/** The app's own log would drown the stories. */
if (!values.verbose) Object.assign(console, { warn: () => undefined, error: () => undefined });

const began = performance.now();
const secondsPassed = () => String(Math.round((performance.now() - began) / 1000));
const outcomes: Outcome[] = [];
for (let seed = from; seed < from + seeds; seed += 1) {
  const outcome = await runSeed(seed, options);
  outcomes.push(outcome);
  if (outcome.wrong.length > 0) {
    say(storyOf(values.verbose || values.long ? outcome : await shortened(outcome, options)));
  } else if (values.verbose) {
    say(storyOf(outcome));
  }
  if (outcomes.length % 20 === 0) say(`${String(outcomes.length)} seeds, ${secondsPassed()} s`);
}

const failing = outcomes.filter(({ wrong }) => wrong.length > 0);
const wrongs = failing.reduce((sum, { wrong }) => sum + wrong.length, 0);
for (const [kind, times] of [...sumOf(outcomes)].sort(([a], [b]) => (a < b ? -1 : 1))) {
  say(`${String(times).padStart(8)} ${kind}`);
}
if (failing.length > 0) say(`failing seeds: ${failing.map(({ seed }) => seed).join(" ")}`);
const calls = outcomes.reduce((sum, each) => sum + each.calls, 0);
say(`${String(calls)} calls of the app in ${secondsPassed()} s`);
say(`${String(outcomes.length)} seeds, ${String(wrongs)} wrong rollups`);
await databases.stop();
process.exitCode = failing.length > 0 ? 1 : 0;
