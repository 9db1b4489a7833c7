/** A value as text inside JQL. */
export function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, "\\$&").replace(/[\n\r\t]/g, " ")}"`;
}

/** `field in (1, 2)`. Ids stay bare: in quotes Jira takes them for keys or names. */
export function idsIn(
  field: string,
  ids: readonly string[],
  operator: "in" | "not in" = "in",
): string {
  const strange = ids.find((id) => !/^\d+$/.test(id));
  if (strange !== undefined || ids.length === 0) throw new RangeError("ids of Jira are digits");
  return `${field} ${operator} (${ids.join(", ")})`;
}

/** A custom field's clause by its id, because names need not be unique: `cf[10034]`. */
export function clauseOf(fieldId: string): string {
  return fieldId.replace(/^customfield_(\d+)$/, "cf[$1]");
}
