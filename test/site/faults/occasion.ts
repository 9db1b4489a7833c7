import type { FaultRule } from "./rule";

/** Something that a fault may strike. */
export type Occasion = {
  /** What it is called, in each of its names: operation and path, statement, queue, type of event. */
  readonly names: readonly string[];
  /** `app`, `user:<account id>` or `none`. */
  readonly as?: string;
  readonly functionKey?: string;
};

/** Whether a rule is about this occasion. */
export function matches(rule: FaultRule, { names, as, functionKey }: Occasion): boolean {
  const { path } = rule;
  if (path !== undefined && !names.some((name) => fits(path, name))) return false;
  if (rule.as !== undefined && !fits(rule.as, as ?? "")) return false;
  return rule.functionKey === undefined || rule.functionKey === functionKey;
}

/** `*` stands for any text, also none. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "su").test(text);
}
