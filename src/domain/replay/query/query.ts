/** A JQL rule as data. Null among the values is JQL's EMPTY. */
export type Query =
  | { readonly kind: "and" | "or"; readonly of: readonly Query[] }
  | { readonly kind: "not"; readonly of: Query }
  | Clause;

export type Clause = {
  readonly kind: "clause";
  readonly field: QueryField;
  /** `in` for =, in and is; `not-in` for !=, not in and is not. */
  readonly operator: "in" | "not-in";
  readonly values: readonly (string | null)[];
};

/** Fields whose past values are known, so that a rule over them can be asked of any day. */
export type QueryField =
  | "project"
  | "type"
  | "fix-version"
  | "labels"
  | "parent"
  | "status"
  | "status-category"
  | "resolution"
  | "component"
  | "sprint"
  | "key";
