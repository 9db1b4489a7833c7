/** Jira did not answer a call as it should. */
export class JiraRefused extends Error {
  override readonly name = "JiraRefused";
  /** Name of the call, without any of its values. */
  readonly call: string;
  /** HTTP status; 200 where the body could not be read. */
  readonly status: number;
  /** Seconds after which Jira may be asked again; null when asking again would not help. */
  readonly retryAfterSeconds: number | null;

  constructor(
    call: string,
    refusal: { readonly status: number; readonly retryAfterSeconds: number | null },
    options?: ErrorOptions,
  ) {
    super(`Jira refused ${call} with ${String(refusal.status)}`, options);
    this.call = call;
    this.status = refusal.status;
    this.retryAfterSeconds = refusal.retryAfterSeconds;
  }
}
