import { z } from "zod/mini";
import type { DeclaredFault, Faults } from "./faults";
import { faultRule } from "./rule";

const declaration = z.strictObject({
  rules: z.array(faultRule),
  seed: z.optional(z.number()),
});

/** What is declared now, as the control port tells it. */
export type FaultState = { readonly faults: readonly DeclaredFault[] };

/** The handlers of `/__control/faults`, by method. A body that declares no faults is refused by a throw. */
export type FaultControl = {
  readonly get: () => FaultState;
  /** Takes `{rules, seed?}` in the place of what was declared before. */
  readonly post: (body: unknown) => FaultState;
  readonly delete: () => FaultState;
};

export function faultControl(faults: Faults): FaultControl {
  const state = () => ({ faults: faults.declared() });
  return {
    get: state,
    post: (body) => {
      const { rules, seed } = declaration.parse(body);
      faults.set(rules, seed);
      return state();
    },
    delete: () => {
      faults.clear();
      return state();
    },
  };
}
