import { json, type ServiceResponse } from "../service";

/** Which of Jira's limits was hit: points of the app, points of the tenant, calls of an endpoint, writes to an issue. */
export type LimitName = "quota" | "tenant-quota" | "burst" | "per-issue";

/** A refusal for coming too often. */
export type TooMany = {
  readonly limit: LimitName;
  /** Points or calls that the limit allows. */
  readonly size: number;
  readonly retryAfterSeconds: number;
  /** Epoch milliseconds of the site's clock. */
  readonly now: number;
};

/** `RateLimit-Reason` as Atlassian's page on rate limiting names them. */
const reasons: Readonly<Record<LimitName, string>> = {
  quota: "jira-quota-global-based",
  "tenant-quota": "jira-quota-tenant-based",
  burst: "jira-burst-based",
  "per-issue": "jira-per-issue-on-write",
};

/** 429 with the headers of Atlassian's page on rate limiting; the body is one that Jira Cloud was seen to send. */
export function tooMany({ limit, size, retryAfterSeconds, now }: TooMany): ServiceResponse {
  const { status, headers, body } = json(429, {
    errorMessages: ["The request has been rate-limited. Please try again later."],
    errors: {},
  });
  return {
    status,
    body,
    headers: {
      ...headers,
      "Retry-After": String(retryAfterSeconds),
      "X-RateLimit-Limit": String(size),
      "X-RateLimit-Remaining": "0",
      "X-RateLimit-Reset": isoSeconds(now + retryAfterSeconds * 1000),
      "RateLimit-Reason": reasons[limit],
    },
  };
}

function isoSeconds(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}
