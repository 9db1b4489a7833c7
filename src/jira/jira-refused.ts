/** Jira did not answer a call as it should. */
export class JiraRefused extends Error {
  override readonly name = "JiraRefused";

  constructor(
    /** Name of the call, without any of its values. */
    readonly call: string,
    /** HTTP status; 200 where the body could not be read. */
    readonly status: number,
    /** Seconds after which Jira may be asked again; null when asking again would not help. */
    readonly retryAfterSeconds: number | null,
    options?: ErrorOptions,
  ) {
    super(`Jira refused ${call} with ${String(status)}`, options);
  }
}
