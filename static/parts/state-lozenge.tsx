import { stateName } from "../sentences";

/** The state of a goal as a word on its colour. */
export function StateLozenge({ state }: { readonly state: string }) {
  return <span className={`lozenge lozenge-${state}`}>{stateName[state] ?? state}</span>;
}
