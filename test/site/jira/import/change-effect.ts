import type { ChangeItem, IssueFields } from "../store/issue";

/** What one changelog item did to the fields of its issue. */
export type Effect =
  | {
      readonly kind: "set";
      readonly before: Partial<IssueFields>;
      readonly after: Partial<IssueFields>;
    }
  | {
      readonly kind: "list";
      readonly field: ListField;
      readonly removed: string | null;
      readonly added: string | null;
    }
  | { readonly kind: "none" };

type ListField = "fixVersionIds" | "componentIds" | "links";

export type MappedItem = { readonly item: ChangeItem; readonly effect: Effect };

/** The fields as they were before the effect. */
export function undo(fields: IssueFields, effect: Effect): IssueFields {
  if (effect.kind === "none") return fields;
  if (effect.kind === "set") return { ...fields, ...effect.before };
  return {
    ...fields,
    [effect.field]: swap(fields[effect.field], effect.added, effect.removed),
  };
}

/** The values that the effects of one edit leave behind. */
export function patchOf(fields: IssueFields, effects: readonly Effect[]): Partial<IssueFields> {
  let patch: Partial<IssueFields> = {};
  for (const effect of effects) {
    if (effect.kind === "set") patch = { ...patch, ...effect.after };
    if (effect.kind === "list") {
      const list = patch[effect.field] ?? fields[effect.field];
      patch = { ...patch, [effect.field]: swap(list, effect.removed, effect.added) };
    }
  }
  return patch;
}

function swap(list: readonly string[], out: string | null, into: string | null): readonly string[] {
  const without = out === null ? list : list.filter((each) => each !== out);
  return into === null || without.includes(into) ? without : [...without, into];
}
