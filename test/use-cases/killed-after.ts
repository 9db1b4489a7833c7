import type { Ports } from "../../src/use-cases/ports";

/** The same ports in an invocation that is killed after so many calls of the store and of Jira. */
function killedAfter<P extends Ports>(ports: P, calls: number): P {
  let left = calls;
  const mortal = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name);
        if (typeof member === "function") {
          return (...given: readonly unknown[]): unknown => {
            left -= 1;
            if (left < 0) throw new Killed();
            return Reflect.apply(member, object, given);
          };
        }
        return typeof member === "object" && member !== null ? mortal(member) : member;
      },
    });
  return { ...ports, store: mortal(ports.store), jira: mortal(ports.jira) };
}

class Killed extends Error {
  override readonly name = "Killed";
}

/** Does the work again and again, killed one call later each time, until it comes to its end; how often it was killed. */
export async function untilDone<P extends Ports>(
  ports: P,
  work: (ports: P) => Promise<void>,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  for (let calls = 1; ; calls++) {
    try {
      await work(killedAfter(ports, calls));
      return calls - 1;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
    await between();
  }
}
