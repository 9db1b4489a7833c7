import { json, type Served } from "../platform/service";
import type { Faults } from "./faults";
import type { Occasion } from "./occasion";
import { onTheWay, withFaults, type OnTheWay } from "./on-the-way";
import type { FaultOn } from "./rule";

type WayStrike = Parameters<typeof onTheWay>[0][number];
type OwnFault = Exclude<FaultOn<"queue">, WayStrike["fault"]>;

/** What a queue answers to a push that it does not take. */
export const queueRefusals = {
  "too-large": json(413, { errorMessage: "The payload exceeds 200 KB" }),
  "rate-limit": json(429, { message: "Too many events" }),
  cyclic: json(405, { message: "The invocation limit of cyclic pushes is reached" }),
};

/** A push, which may also be taken without its first events. */
export type Push = OnTheWay & { readonly takeWithout: (lost: number) => Promise<Served> };

/** Lets the declared faults strike a push. */
export async function pushStruck(
  faults: Faults,
  occasion: Occasion,
  { about, ask, takeWithout }: Push,
): Promise<Served> {
  const strikes = faults.strike("queue", occasion);
  const own = strikes.flatMap(({ fault, name }) => (isOwn(fault) ? [{ fault, name }] : []))[0];
  const onWay = strikes.flatMap(({ fault, ...rest }) => (isOwn(fault) ? [] : [{ ...rest, fault }]));
  if (own === undefined) return onTheWay(onWay, { about, ask });
  const latencies = onWay.filter(({ fault }) => fault.kind === "latency");
  const { fault } = own;
  const answered = (): Promise<Served> =>
    fault.kind === "partial"
      ? takeWithout(fault.lost)
      : Promise.resolve({ ...about, response: queueRefusals[fault.kind] });
  return withFaults(await onTheWay(latencies, { about, ask: answered }), [own]);
}

function isOwn(fault: FaultOn<"queue">): fault is OwnFault {
  return ["partial", "too-large", "rate-limit", "cyclic"].includes(fault.kind);
}
