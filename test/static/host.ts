import { z } from "zod/mini";
import { type AnswerTo, type CallName, calls, type ValueOf } from "../../src/contract/calls";
import type { ProblemKind } from "../../src/contract/answer";

type Listener = (payload: unknown) => void;
type Command = (data: unknown) => unknown;
type Reply<C extends CallName> = (request: unknown) => AnswerTo<C> | Promise<AnswerTo<C>>;

/** What the frame asked the host for, oldest first; requests of resolvers under `invoke NAME`. */
export const asked: { readonly command: string; readonly data: unknown }[] = [];

const listeners = new Map<string, Set<Listener>>();
const resolvers = new Map<string, Command>();
const commands = new Map<string, Command>();

/**
 * Stands in for Jira's side of the bridge, the only thing that tests of the Custom UI replace. The bridge is taken when
 * @forge/bridge is loaded, so this module is imported before any view.
 */
function callBridge(command: string, data?: unknown): Promise<unknown> {
  if (command === "invoke") return invoke(data);
  asked.push({ command, data });
  if (command === "on") return Promise.resolve(listen(data));
  const known = commands.get(command);
  if (known === undefined) return Promise.reject(new Error(`the test's host knows no ${command}`));
  return Promise.resolve().then(() => known(data));
}

Object.assign(globalThis, { __bridge: { callBridge } });

const invocation = z.object({ functionKey: z.string(), payload: z.unknown() });
const subscription = z.object({ event: z.string(), callback: z.unknown() });

async function invoke(data: unknown): Promise<unknown> {
  const { functionKey, payload } = invocation.parse(data);
  asked.push({ command: `invoke ${functionKey}`, data: payload });
  const resolver = resolvers.get(functionKey);
  if (resolver === undefined) throw new Error(`the test gave no answer to ${functionKey}`);
  const answer = await resolver(payload);
  return JSON.parse(JSON.stringify(answer));
}

function listen(data: unknown) {
  const { event, callback } = subscription.parse(data);
  const listener: Listener = (payload) => {
    if (typeof callback === "function") Reflect.apply(callback, undefined, [payload]);
  };
  const all = listeners.get(event) ?? new Set();
  listeners.set(event, all.add(listener));
  return { unsubscribe: () => all.delete(listener) };
}

/** Forgets answers, listeners and the log. */
export function resetHost(): void {
  asked.length = 0;
  listeners.clear();
  resolvers.clear();
  commands.clear();
  commands.set("navigate", () => undefined);
}

/** Sets how a resolver answers. The request must be one that the contract allows, and so must the answer. */
export function reply<C extends CallName>(name: C, respond: Reply<C>): void {
  resolvers.set(name, async (payload) => {
    z.parse(calls[name].request, payload);
    return z.parse(calls[name].answer, await respond(payload));
  });
}

/** The resolver's answer with a value. */
export function answer<C extends CallName>(name: C, value: ValueOf<C>): void {
  resolvers.set(name, (payload) => {
    z.parse(calls[name].request, payload);
    return z.parse(calls[name].answer, { ok: true, value });
  });
}

/** The resolver refuses for an expected reason. */
export function refuse(
  name: CallName,
  kind: ProblemKind,
  more: { detail?: string; field?: string; until?: string } = {},
): void {
  resolvers.set(name, () => ({ ok: false, problem: { kind, ...more } }));
}

/** The platform itself fails. */
export function fail(name: CallName): void {
  resolvers.set(name, () => {
    throw new Error("the invocation timed out");
  });
}

/** The resolver never answers. */
export function hang(name: CallName): void {
  resolvers.set(name, () => new Promise(() => undefined));
}

/** Sets what the host does on a bridge command. */
export function onCommand(command: string, act: Command): void {
  commands.set(command, act);
}

/** The host tells the frame of an event. */
export function emit(event: string, payload: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener(payload);
}

/** The requests that a resolver got, oldest first. */
export function requestsOf(name: CallName): unknown[] {
  return asked.filter(({ command }) => command === `invoke ${name}`).map(({ data }) => data);
}

/** The key of an action, made by the browser. */
export const anyKey: unknown = expect.any(String);
