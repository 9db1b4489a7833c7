import { AsyncLocalStorage } from "node:async_hooks";
import type { Random } from "../../site/company/random";
import type { Agenda } from "./agenda";

type Replaced = { readonly agenda: Agenda; readonly chance: Random; readonly fetch: unknown };

/** Whatever the app reports of its own work to the platform. */
const nothingMeasured = { measure: () => ({ stop: () => undefined }) };
const runtime = {
  metrics: {
    counter: () => ({ incr: () => undefined }),
    timing: () => nothingMeasured,
  },
};

/**
 * Gives the app the run's time, chance and boundary in place of the process's own, so that one seed decides everything.
 * Returns what puts them back.
 */
export function replaceGlobals({ agenda, chance, fetch }: Replaced): () => void {
  const timer = (action: () => void, milliseconds = 0) => {
    agenda.after(milliseconds, AsyncLocalStorage.bind(action));
    return 0;
  };
  const wanted: readonly (readonly [object, string, unknown])[] = [
    [globalThis, "Date", dateOf(agenda)],
    [globalThis, "setTimeout", timer],
    [globalThis, "clearTimeout", () => undefined],
    [globalThis, "__forge_fetch__", fetch],
    [globalThis, "__forge_runtime__", runtime],
    [Math, "random", chance.next],
  ];
  const former = wanted.map(([target, key]): unknown => Reflect.get(target, key));
  for (const [target, key, value] of wanted) Reflect.set(target, key, value);
  return () => {
    for (const [index, [target, key]] of wanted.entries()) Reflect.set(target, key, former[index]);
  };
}

/** The process's own Date but for the present. */
function dateOf(agenda: Agenda): DateConstructor {
  return new Proxy(Date, {
    construct: (target, given: readonly unknown[], made): object => {
      const date: unknown = Reflect.construct(
        target,
        given.length === 0 ? [agenda.now()] : given,
        made,
      );
      return date instanceof target ? date : target;
    },
    get: (target, key): unknown => (key === "now" ? agenda.now : Reflect.get(target, key)),
  });
}
