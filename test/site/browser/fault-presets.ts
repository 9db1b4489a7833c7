import type { FaultRule } from "../faults/rule";

/** A fault that a person can switch on without writing a rule. */
export type FaultPreset = {
  readonly id: string;
  readonly group: string;
  /** What happens, as a person would say it. */
  readonly title: string;
  readonly rule: FaultRule;
};

const oneInThree = { probability: 1 / 3 } as const;
const minute = 60_000;

const jira = (id: string, title: string, rule: Omit<FaultRule & { on: "jira" }, "on">) =>
  ({ id, group: "Jira's API", title, rule: { on: "jira", name: title, ...rule } }) as const;
const sql = (id: string, title: string, rule: Omit<FaultRule & { on: "sql" }, "on">) =>
  ({ id, group: "Forge SQL", title, rule: { on: "sql", name: title, ...rule } }) as const;
const event = (id: string, title: string, rule: Omit<FaultRule & { on: "event" }, "on">) =>
  ({ id, group: "Product events", title, rule: { on: "event", name: title, ...rule } }) as const;
const queue = (id: string, title: string, rule: Omit<FaultRule & { on: "queue" }, "on">) =>
  ({ id, group: "Queue", title, rule: { on: "queue", name: title, ...rule } }) as const;

export const faultPresets: readonly FaultPreset[] = [
  jira("jira-slow", "Every request takes 1 to 3 s", {
    fault: { kind: "latency", milliseconds: 1000, upTo: 3000 },
  }),
  jira("jira-burst", "One request in three meets the burst limit (429, Retry-After)", {
    ...oneInThree,
    fault: { kind: "rate-limit", reason: "burst" },
  }),
  jira("jira-quota", "The next request uses up the hour's points (429 until the hour is over)", {
    nth: 1,
    fault: { kind: "rate-limit", reason: "quota" },
  }),
  jira("jira-503", "One request in three is answered 503", {
    ...oneInThree,
    fault: { kind: "status", status: 503, retryAfterSeconds: 2 },
  }),
  jira("jira-html", "One request in three is answered with a page of HTML", {
    ...oneInThree,
    fault: { kind: "html" },
  }),
  jira("jira-truncated", "One answer in three breaks off in its middle", {
    ...oneInThree,
    fault: { kind: "truncated" },
  }),
  jira("jira-reset", "One connection in three is reset", {
    ...oneInThree,
    fault: { kind: "reset" },
  }),
  sql("sql-time-out", "One statement in three times out", {
    ...oneInThree,
    fault: { kind: "time-out" },
  }),
  sql("sql-rate", "One statement in three meets the rate limit", {
    ...oneInThree,
    fault: { kind: "rate-limit" },
  }),
  sql("sql-deadlock", "One statement in three meets a deadlock", {
    ...oneInThree,
    fault: { kind: "error", errno: 1213, code: "ER_LOCK_DEADLOCK" },
  }),
  event("event-drop", "Half of the events are lost", {
    probability: 0.5,
    fault: { kind: "drop" },
  }),
  event("event-duplicate", "Every event comes twice", { fault: { kind: "duplicate" } }),
  event("event-delay", "Every event is a minute late", {
    fault: { kind: "delay", milliseconds: minute },
  }),
  event("event-shuffle", "Events overtake each other within two minutes", {
    fault: { kind: "shuffle", withinMilliseconds: 2 * minute },
  }),
  queue("queue-partial", "One push in three loses its first event (202)", {
    ...oneInThree,
    fault: { kind: "partial", lost: 1 },
  }),
  queue("queue-rate", "One push in three meets the rate limit", {
    ...oneInThree,
    fault: { kind: "rate-limit" },
  }),
  {
    id: "consumer-again",
    group: "Queue",
    title: "Everything from the queue is delivered twice",
    rule: { on: "consumer", fault: { kind: "redeliver" } },
  },
  {
    id: "schedule-skip",
    group: "Schedules and processes",
    title: "Scheduled runs are skipped",
    rule: { on: "schedule", fault: { kind: "skip" } },
  },
  {
    id: "schedule-double",
    group: "Schedules and processes",
    title: "Scheduled runs come twice",
    rule: { on: "schedule", fault: { kind: "double" } },
  },
  {
    id: "process-kill",
    group: "Schedules and processes",
    title: "One invocation in three is killed after its second call",
    rule: { on: "process", ...oneInThree, fault: { kind: "kill", afterCall: 2 } },
  },
];
