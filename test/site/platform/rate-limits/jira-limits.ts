import type { ServiceResponse } from "../service";
import { createBursts } from "./bursts";
import { createIssueWrites, writtenIssue } from "./issue-writes";
import { costOf } from "./points";
import { createQuota, pointsPerHour } from "./quota";
import type { TooMany } from "./too-many";

/** A call of Jira as its limits see it. */
export type LimitedCall = {
  /** As Atlassian's document names it. */
  readonly operation: string;
  readonly target: string;
  /** Epoch milliseconds of the site's clock. */
  readonly now: number;
};

export type Charged = {
  readonly points: number;
  readonly headers: Readonly<Record<string, string>>;
};

/** Jira's three limits, each by itself: points an hour, calls of an endpoint a second, writes to an issue. */
export type JiraLimits = {
  /** Why a call may not pass; undefined when it may. */
  readonly refused: (call: LimitedCall) => TooMany | undefined;
  /** Takes the price of an answer, and tells what the answer says of the limits. */
  readonly charge: (call: LimitedCall, answer: ServiceResponse) => Charged;
};

export type LimitOptions = {
  readonly pointsPerHour?: number;
  /** Milliseconds of a time that does not stand still; bursts are counted by it. */
  readonly pace: () => number;
};

export function createJiraLimits(options: LimitOptions): JiraLimits {
  const quota = createQuota(options.pointsPerHour ?? pointsPerHour);
  const bursts = createBursts();
  const writes = createIssueWrites();

  const writesRefused = ({ operation, target, now }: LimitedCall): TooMany | undefined => {
    const issue = writtenIssue(operation, target);
    const full = issue === undefined ? undefined : writes.refused(issue, options.pace());
    if (full === undefined) return undefined;
    return { limit: "per-issue", size: full.size, retryAfterSeconds: full.seconds, now };
  };

  return {
    refused: (call) => {
      const { operation, now } = call;
      const wait = quota.wait(now);
      if (wait > 0) return { limit: "quota", size: quota.size, retryAfterSeconds: wait, now };
      const size = bursts.refused(operation, options.pace());
      if (size !== undefined) return { limit: "burst", size, retryAfterSeconds: 1, now };
      return writesRefused(call);
    },
    charge: ({ operation, now }, { status, body }) => {
      const points = costOf({ operation, status, body });
      quota.spend(now, points);
      return { points, headers: headersOf(quota.size, quota.left(now), now) };
    },
  };
}

const nearLimit = 0.2;
const hourSeconds = 60 * 60;

/** `r` of the structured header is said only near the limit. */
function headersOf(size: number, left: number, now: number): Record<string, string> {
  const near = left < size * nearLimit;
  const untilReset = hourSeconds - (Math.floor(now / 1000) % hourSeconds);
  const remaining = near ? `;r=${String(left)}` : "";
  return {
    "X-RateLimit-Limit": String(size),
    "X-RateLimit-Remaining": String(left),
    ...(near ? { "X-RateLimit-NearLimit": "true" } : {}),
    "RateLimit-Policy": `"global-app-quota";q=${String(size)};w=${String(hourSeconds)}`,
    RateLimit: `"global-app-quota"${remaining};t=${String(untilReset)}`,
  };
}
