import { writtenIssue } from "../platform/rate-limits/issue-writes";
import type { TooMany } from "../platform/rate-limits/too-many";

type HeldCall = { readonly operation: string; readonly target: string; readonly now: number };

/** Retry-After that was told and has not passed: whoever comes back before meets the same refusal. */
export type Holds = {
  /** The refusal that still stands for this call, with the seconds that are left of it. */
  readonly standing: (call: HeldCall) => TooMany | undefined;
  readonly add: (call: HeldCall, refusal: TooMany) => void;
  readonly clear: () => void;
};

/** Points hold every call, a burst its endpoint, writes their issue; `pace` in milliseconds of a time that does not stand still. */
export function createHolds(pace: () => number): Holds {
  const held = new Map<string, { readonly refusal: TooMany; readonly until: number }>();
  return {
    standing: (call) => {
      const current = pace();
      for (const scope of ["", call.operation, issueScope(call)]) {
        const hold = held.get(scope);
        if (hold === undefined || hold.until <= current) continue;
        const retryAfterSeconds = Math.ceil((hold.until - current) / 1000);
        return { ...hold.refusal, retryAfterSeconds, now: call.now };
      }
      return undefined;
    },
    add: (call, refusal) => {
      const until = pace() + refusal.retryAfterSeconds * 1000;
      held.set(scopeOf(call, refusal), { refusal, until });
    },
    clear: () => {
      held.clear();
    },
  };
}

function scopeOf(call: HeldCall, { limit }: TooMany): string {
  if (limit === "burst") return call.operation;
  return limit === "per-issue" ? issueScope(call) : "";
}

function issueScope({ operation, target }: HeldCall): string {
  return `write ${writtenIssue(operation, target) ?? ""}`;
}
