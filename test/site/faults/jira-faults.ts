import { pointsPerHour } from "../platform/rate-limits/quota";
import { tooMany, type TooMany } from "../platform/rate-limits/too-many";
import type { Served } from "../platform/service";
import type { Faults } from "./faults";
import { createHolds } from "./holds";
import { onTheWay, page, withFaults, type OnTheWay } from "./on-the-way";
import type { FaultOn } from "./rule";

/** A call of Jira that faults may strike. */
export type StruckCall = OnTheWay & {
  readonly operation: string;
  readonly target: string;
  readonly functionKey: string;
  /** Epoch milliseconds of the site's clock. */
  readonly now: number;
};

type RateLimit = Extract<FaultOn<"jira">, { kind: "rate-limit" }>;

/** Lets the declared faults strike calls of Jira; Retry-After holds until it has passed by `pace`. */
export function createJiraFaults(
  faults: Faults,
  pace: () => number,
): (call: StruckCall) => Promise<Served> {
  const holds = createHolds(pace);
  faults.onChange(holds.clear);

  return async (call) => {
    const { about, operation, target, functionKey } = call;
    const standing = holds.standing(call);
    if (standing !== undefined) {
      return {
        ...about,
        response: tooMany(standing),
        fault: `rate-limit ${standing.limit}, early`,
      };
    }
    const names = [operation, target];
    const strikes = faults.strike("jira", { names, as: about.as, functionKey });
    const limit = strikes.flatMap(({ fault, name }) =>
      fault.kind === "rate-limit" ? [{ fault, name }] : [],
    )[0];
    const onWay = strikes.flatMap(({ fault, ...strike }) =>
      fault.kind === "rate-limit" ? [] : [{ ...strike, fault }],
    );
    if (limit === undefined) return onTheWay(onWay, call);
    const latencies = onWay.filter(({ fault }) => fault.kind === "latency");
    const ask = () => Promise.resolve(rateLimited(limit.fault, call, holds.add));
    return withFaults(await onTheWay(latencies, { about, ask }), [limit]);
  };
}

/** Only a refusal that says when to come back can be come back to too early. */
function rateLimited(
  fault: RateLimit,
  call: StruckCall,
  hold: (call: StruckCall, refusal: TooMany) => void,
): Served {
  if (fault.form === "html") return { ...call.about, response: page(429) };
  const refusal = refusalOf(fault, call.now);
  const { status, headers, body } = tooMany(refusal);
  if (fault.form === "bare") {
    const type = headers["content-type"] ?? "";
    return { ...call.about, response: { status, headers: { "content-type": type }, body } };
  }
  hold(call, refusal);
  return { ...call.about, response: { status, headers, body } };
}

const hour = 60 * 60 * 1000;

function refusalOf({ reason, retryAfterSeconds }: RateLimit, now: number): TooMany {
  const untilFullHour = Math.ceil((hour - (now % hour)) / 1000);
  const usual = { quota: untilFullHour, "tenant-quota": untilFullHour, burst: 1, "per-issue": 2 };
  const sizes = { quota: pointsPerHour, "tenant-quota": 100_000, burst: 100, "per-issue": 20 };
  return {
    limit: reason,
    size: sizes[reason],
    retryAfterSeconds: retryAfterSeconds ?? usual[reason],
    now,
  };
}
