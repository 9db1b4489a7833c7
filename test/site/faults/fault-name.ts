import type { FaultRule } from "./rule";

/** What the call log calls a fault: the rule's own name, or its kind and figures: `rate-limit burst`, `status 503`. */
export function faultName({ name, fault }: FaultRule): string {
  const members: readonly (readonly [string, unknown])[] = Object.entries(fault);
  const details = members
    .filter(([member]) => member !== "kind" && member !== "message")
    .map(([member, value]) => (member === fault.kind ? String(value) : detailOf(member, value)));
  return name ?? [fault.kind, ...details].join(" ");
}

function detailOf(member: string, value: unknown): string {
  return typeof value === "string" ? value : `${member} ${String(value)}`;
}
