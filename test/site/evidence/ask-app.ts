import * as z from "zod/mini";
import type { Answer, ProblemKind } from "../../../src/contract/answer";
import type { CallName } from "../../../src/contract/calls";
import type { InvocationResult } from "../boundary";

/** The app said no; the message carries its own words. */
export class EvidenceRefused extends Error {
  override readonly name = "EvidenceRefused";
}

export type AskedSite = {
  readonly call: (
    accountId: string,
    functionKey: string,
    payload: unknown,
  ) => Promise<InvocationResult>;
  readonly settle: () => Promise<void>;
};

export type AskApp = <T>(
  call: CallName,
  answer: z.core.$ZodType<Answer<T>>,
  payload: Readonly<Record<string, unknown>>,
) => Promise<T>;

/** Asks the app as one person; a refusal is thrown as EvidenceRefused. */
export function askerOf(site: AskedSite, accountId: string): AskApp {
  return async (call, schema, payload) => {
    const result = await site.call(accountId, call, payload);
    if (!result.ok) throw new EvidenceRefused(`${call}: ${result.errorMessage}`);
    const answer = z.parse(schema, result.value);
    if (answer.ok) return answer.value;
    throw new EvidenceRefused(answer.problem.detail ?? refusalOf(answer.problem.kind, payload));
  };
}

function refusalOf(kind: ProblemKind, payload: Readonly<Record<string, unknown>>): string {
  if (kind !== "no-such-issue") return `The app answered ${kind}`;
  return `There is no issue ${String(payload["issueKey"])} at that time in these data`;
}
