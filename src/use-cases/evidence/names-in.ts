/** The names that a JSON value holds under this key; null where it holds none. */
export function namesIn(value: unknown, key: string): readonly string[] | null {
  if (typeof value !== "object" || value === null) return null;
  const list: unknown = Reflect.get(value, key);
  if (!Array.isArray(list)) return null;
  return list.flatMap((name: unknown) => (typeof name === "string" ? [name] : []));
}
