import type { Random } from "../site/company/random";
import type { FaultRule } from "../site/faults/rule";

const minute = 60_000;

/** The kinds of trouble of a run; a new one comes last, so that the others befall a seed as before. Any may be left out, to find which of them a failure needs. */
export const troubles = [
  "late events",
  "lost events",
  "busy Jira",
  "failing Jira",
  "stumbling database",
  "unsure queue",
  "unsure schedules",
  "late search",
  "kills",
  "crowds",
  "leaps of time",
  "permissions",
  "rules by day",
  "vanishing issues",
  "archives",
] as const;
export type Trouble = (typeof troubles)[number];

const rules: Readonly<Partial<Record<Trouble, readonly FaultRule[]>>> = {
  "late events": [
    { on: "event", probability: 0.3, fault: { kind: "duplicate" } },
    { on: "event", probability: 0.5, fault: { kind: "shuffle", withinMilliseconds: 3 * minute } },
  ],
  "lost events": [{ on: "event", probability: 0.05, fault: { kind: "drop" } }],
  "busy Jira": [
    { on: "jira", probability: 0.04, fault: { kind: "rate-limit", reason: "burst" } },
    {
      on: "jira",
      probability: 0.01,
      fault: { kind: "rate-limit", reason: "burst", form: "bare" },
    },
    { on: "jira", probability: 0.003, fault: { kind: "rate-limit", reason: "quota" } },
  ],
  "failing Jira": [
    { on: "jira", probability: 0.02, fault: { kind: "status", status: 503 } },
    { on: "jira", probability: 0.02, fault: { kind: "truncated" } },
    { on: "jira", probability: 0.01, fault: { kind: "reset" } },
    { on: "jira", probability: 0.01, fault: { kind: "html" } },
  ],
  "stumbling database": [
    { on: "sql", probability: 0.01, fault: { kind: "rate-limit" } },
    { on: "sql", probability: 0.003, fault: { kind: "time-out", after: true } },
    { on: "sql", probability: 0.003, fault: { kind: "time-out" } },
    {
      on: "sql",
      probability: 0.01,
      fault: { kind: "error", errno: 1213, code: "ER_LOCK_DEADLOCK" },
    },
  ],
  "unsure queue": [
    { on: "queue", probability: 0.05, fault: { kind: "rate-limit" } },
    { on: "queue", probability: 0.05, fault: { kind: "partial", lost: 1 } },
    { on: "consumer", probability: 0.1, fault: { kind: "redeliver", milliseconds: 5000 } },
  ],
  "unsure schedules": [
    { on: "schedule", probability: 0.1, fault: { kind: "skip" } },
    { on: "schedule", probability: 0.1, fault: { kind: "double" } },
  ],
};

/** Part of the kinds of trouble that a seed has. */
const usual = 0.7;

/** The troubles of one seed, but for those to leave out. */
export function troublesOf(chance: Random, without: ReadonlySet<Trouble>): ReadonlySet<Trouble> {
  return new Set(troubles.filter((each) => chance.chance(usual) && !without.has(each)));
}

/** What to declare on the site; a trouble that is left out keeps its place, so that the others strike as before. */
export function rulesOf(chance: Random, present: ReadonlySet<Trouble>): readonly FaultRule[] {
  const lag = { kind: "lag", milliseconds: chance.whole(5, 300) * 1000 } as const;
  const all = troubles.flatMap((trouble) =>
    (rules[trouble] ?? []).map((rule) =>
      present.has(trouble) ? rule : { ...rule, probability: 0 },
    ),
  );
  return present.has("late search") ? [...all, { on: "index", fault: lag }] : all;
}
