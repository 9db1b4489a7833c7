import type { Invocation } from "../platform/invocation";
import type { Faults } from "./faults";

/**
 * Counts the calls of each invocation and kills its process where a rule wants it so. Returns what is called when a
 * call has taken its effect; the fault's name comes back when the process is gone before it hears the answer.
 */
export function createKiller(
  faults: Faults,
  kill: (invocationId: string) => void,
): (invocation: Invocation) => string | undefined {
  const calls = new WeakMap<Invocation, number>();
  return (invocation) => {
    const call = (calls.get(invocation) ?? 0) + 1;
    calls.set(invocation, call);
    const { kind, moduleKey, functionKey, id } = invocation;
    const occasion = { names: [kind, moduleKey], functionKey };
    const strike = faults.strike("process", occasion, (fault) => fault.afterCall === call)[0];
    if (strike !== undefined) kill(id);
    return strike?.name;
  };
}
