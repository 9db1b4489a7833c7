import { z } from "zod/mini";

const milliseconds = z.number().check(z.minimum(0));
const status = z.number().check(z.minimum(400), z.maximum(599));
const seconds = z.optional(z.number().check(z.minimum(0)));

/** What may go wrong with any request over the platform's proxy. Latency is real time, as the app's process feels it. */
const onTheWay = [
  z.strictObject({ kind: z.literal("latency"), milliseconds, upTo: z.optional(milliseconds) }),
  /** An error of the server; 503 may say when to come back. */
  z.strictObject({ kind: z.literal("status"), status, retryAfterSeconds: seconds }),
  /** The answer breaks off in the middle of its body. */
  z.strictObject({ kind: z.literal("truncated") }),
  /** A page for people where JSON was asked for. */
  z.strictObject({
    kind: z.literal("html"),
    status: z.optional(z.number().check(z.minimum(200), z.maximum(599))),
  }),
  /** The connection breaks: before the request took effect, or after it, where only the answer is lost. */
  z.strictObject({ kind: z.literal("reset"), after: z.optional(z.boolean()) }),
  /** The platform itself refuses, with this code in `forge-proxy-error`. */
  z.strictObject({
    kind: z.literal("proxy-error"),
    code: z.string(),
    status: z.optional(status),
  }),
] as const;

const onJira = z.union([
  ...onTheWay,
  /** 429. `bare` leaves out every header, `html` is a gateway's page; Retry-After is held until it has passed. */
  z.strictObject({
    kind: z.literal("rate-limit"),
    reason: z.enum(["quota", "tenant-quota", "burst", "per-issue"]),
    form: z.optional(z.enum(["headers", "bare", "html"])),
    retryAfterSeconds: seconds,
  }),
]);

const onSql = z.union([
  ...onTheWay,
  /** `after`: the statement takes effect all the same, as Forge's database may go on when the caller has left. */
  z.strictObject({ kind: z.literal("time-out"), after: z.optional(z.boolean()) }),
  z.strictObject({ kind: z.literal("rate-limit") }),
  /** The database refuses in MySQL's words, e.g. 1213 ER_LOCK_DEADLOCK. */
  z.strictObject({
    kind: z.literal("error"),
    errno: z.number(),
    code: z.string(),
    message: z.optional(z.string()),
  }),
]);

const onQueue = z.union([
  ...onTheWay,
  /** 202: the first `lost` events of the push are not taken. */
  z.strictObject({ kind: z.literal("partial"), lost: z.number().check(z.minimum(1)) }),
  z.strictObject({ kind: z.literal("too-large") }),
  z.strictObject({ kind: z.literal("rate-limit") }),
  z.strictObject({ kind: z.literal("cyclic") }),
]);

const onEvent = z.union([
  z.strictObject({ kind: z.literal("drop") }),
  z.strictObject({ kind: z.literal("duplicate") }),
  z.strictObject({ kind: z.literal("delay"), milliseconds }),
  /** Each event is late by chance, so that they overtake each other. */
  z.strictObject({ kind: z.literal("shuffle"), withinMilliseconds: milliseconds }),
]);

/** Which occasions a rule is about, and which of them it strikes: all, unless told otherwise. */
const occasions = {
  /** Said in the call log in place of the fault's own words. */
  name: z.optional(z.string()),
  /** `*` stands for any text. Jira: operation or path; SQL: statement; else the queue, event type or schedule. */
  path: z.optional(z.string()),
  /** `app`, `user:*` or one user. */
  as: z.optional(z.string()),
  functionKey: z.optional(z.string()),
  /** Strikes the n-th of these occasions only, counted from 1. */
  nth: z.optional(z.number().check(z.minimum(1))),
  probability: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  /** Stops after so many strikes. */
  count: z.optional(z.number().check(z.minimum(1))),
};

/** A fault that is declared beforehand: on what, when, and what happens. */
export const faultRule = z.discriminatedUnion("on", [
  z.strictObject({ on: z.literal("jira"), ...occasions, fault: onJira }),
  z.strictObject({ on: z.literal("sql"), ...occasions, fault: onSql }),
  z.strictObject({ on: z.literal("queue"), ...occasions, fault: onQueue }),
  z.strictObject({ on: z.literal("event"), ...occasions, fault: onEvent }),
  z.strictObject({
    on: z.literal("schedule"),
    ...occasions,
    fault: z.strictObject({ kind: z.enum(["skip", "double"]) }),
  }),
  /** A queue's event is delivered again although its consumer succeeded. */
  z.strictObject({
    on: z.literal("consumer"),
    ...occasions,
    fault: z.strictObject({ kind: z.literal("redeliver"), milliseconds: z.optional(milliseconds) }),
  }),
  /** kill -9 of the app's process when the n-th call of an invocation has taken effect. */
  z.strictObject({
    on: z.literal("process"),
    ...occasions,
    fault: z.strictObject({
      kind: z.literal("kill"),
      afterCall: z.number().check(z.minimum(1)),
    }),
  }),
  /** Search and its count trail what was changed by so much of the site's time. */
  z.strictObject({
    on: z.literal("index"),
    ...occasions,
    fault: z.strictObject({ kind: z.literal("lag"), milliseconds }),
  }),
]);

export type FaultRule = z.infer<typeof faultRule>;
/** What faults can be declared on. */
export type FaultPlace = FaultRule["on"];
export type FaultOn<P extends FaultPlace> = {
  readonly [Q in FaultPlace]: Extract<FaultRule, { readonly on: Q }>["fault"];
}[P];
/** Faults of a request's way, whatever service it goes to. */
export type WayFault = z.infer<(typeof onTheWay)[number]>;
