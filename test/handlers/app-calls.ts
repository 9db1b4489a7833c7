import {
  calls,
  type AnswerTo,
  type CallName,
  type RequestOf,
  type ValueOf,
} from "../../src/contract/calls";
import type { InvocationResult } from "../site/boundary";

/** Whatever can call the app's resolver as somebody. */
type Callable = {
  readonly call: (
    accountId: string,
    functionKey: string,
    payload: unknown,
  ) => Promise<InvocationResult>;
};

let actions = 0;

/** A key as the browser makes one for each action of a person. */
export const newKey = (): string => `test-action-${String((actions += 1))}`;

/** Asks the app as a person does, and reads the answer by the contract. */
export async function ask<C extends CallName>(
  site: Callable,
  accountId: string,
  call: C,
  request: RequestOf<C>,
): Promise<AnswerTo<C>> {
  const result = await site.call(accountId, call, request);
  if (!result.ok) throw new Error(`${call}: ${result.errorMessage}\n${result.logs.join("\n")}`);
  const { value } = result;
  if (!isAnswerTo(call, value))
    throw new Error(`${call} broke its contract: ${JSON.stringify(value)}`);
  return value;
}

function isAnswerTo<C extends CallName>(call: C, value: unknown): value is AnswerTo<C> {
  return calls[call].answer.safeParse(value).success;
}

/** The value of an answer that is no refusal. */
export async function take<C extends CallName>(
  site: Callable,
  accountId: string,
  call: C,
  request: RequestOf<C>,
): Promise<ValueOf<C>> {
  const answer = await ask(site, accountId, call, request);
  if (!isGranted(answer)) throw new Error(`${call}: ${JSON.stringify(answer)}`);
  return answer.value;
}

function isGranted<A extends { readonly ok: boolean }>(
  answer: A,
): answer is Extract<A, { readonly ok: true }> {
  return answer.ok;
}

/** A goal as the form of the goals page sends it; override what the test is about. */
export function aDraft(
  override: Partial<RequestOf<"createGoal">["goal"]> = {},
): RequestOf<"createGoal">["goal"] {
  return {
    title: "Faster checkout",
    why: "",
    owner: null,
    state: "committed",
    rule: "points",
    countSubTasks: false,
    startDay: null,
    targetDay: null,
    parentId: null,
    ...override,
  };
}
