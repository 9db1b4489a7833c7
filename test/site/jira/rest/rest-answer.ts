/** An answer of the REST API; a body of undefined is empty. */
export type RestAnswer = {
  readonly status: number;
  readonly body: unknown;
  /** Jira's usual JSON when absent. */
  readonly contentType?: string;
};

/** Ends the answering of a request with Jira's refusal. */
export class RestRefusal extends Error {
  override readonly name = "RestRefusal";
  readonly answer: RestAnswer;

  constructor(answer: RestAnswer) {
    super(`refused with ${String(answer.status)}`);
    this.answer = answer;
  }
}

export function refused(
  status: number,
  messages: readonly string[],
  errors: Readonly<Record<string, string>> = {},
): RestRefusal {
  return new RestRefusal({ status, body: { errorMessages: messages, errors } });
}

/** The local site does not know how Jira answers this: never a silent success. */
export function notModelled(what: string): RestRefusal {
  return refused(501, [`EMULATOR_NOT_MODELLED ${what}`]);
}

export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}
