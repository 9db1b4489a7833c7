import {
  errorOf,
  type FromFrame,
  type FrameLocation,
  isRecord,
  isToFrame,
  type Outcome,
  problemOf,
} from "./messages";

type Listeners = {
  readonly onTheme: (attributes: Readonly<Record<string, string>>) => void;
  readonly onHistory: (location: FrameLocation) => void;
};

export type Transport = {
  readonly call: (command: string, data: unknown) => Promise<unknown>;
  readonly sendHeight: (height: number) => void;
};

/**
 * Speaks with the page that embeds this frame, and with nobody else: its origin is the `hostname` of the frame's
 * address. Functions in the data stay here; the page gets references and asks for them to be run.
 */
export function openTransport(listeners: Listeners): Transport {
  const host = new URL(globalThis.location.href).searchParams.get("hostname") ?? "";
  const waiting = new Map<number, (outcome: Outcome) => void>();
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  let last = 0;
  const send = (message: FromFrame) => {
    globalThis.parent.postMessage(message, host);
  };

  const run = async (id: number, reference: number, args: readonly unknown[]) => {
    const outcome = await Promise.resolve()
      .then((): unknown => functions.get(reference)?.(...args))
      .then(
        (value): Outcome => ({ ok: true, value }),
        (error: unknown): Outcome => ({ ok: false, problem: problemOf(error) }),
      );
    send({ kind: "ran", id, outcome });
  };

  globalThis.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.origin !== host || event.source !== globalThis.parent) return;
    const message = event.data;
    if (!isToFrame(message)) return;
    if (message.kind === "answer") waiting.get(message.id)?.(message.outcome);
    else if (message.kind === "run") void run(message.id, message.reference, message.args);
    else if (message.kind === "theme") listeners.onTheme(message.attributes);
    else listeners.onHistory(message.location);
  });

  const referenced = (value: unknown): unknown => {
    if (typeof value === "function") {
      const reference = ++last;
      functions.set(reference, (...args): unknown => Reflect.apply(value, undefined, args));
      return { $function: reference };
    }
    if (Array.isArray(value)) return value.map(referenced);
    if (!isRecord(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, referenced(each)]),
    );
  };

  return {
    call: (command, data) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, (outcome) => {
          waiting.delete(id);
          if (outcome.ok) resolve(outcome.value);
          else reject(errorOf(outcome.problem));
        });
        send({ kind: "call", id, command, data: referenced(data) });
      }),
    sendHeight: (height) => {
      send({ kind: "height", height });
    },
  };
}
