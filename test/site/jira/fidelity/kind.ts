/** What kind of value stands somewhere: its type, and for texts the format that a reader may rely on. */
export function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") return kindOfText(value);
  return typeof value;
}

const formats: readonly (readonly [string, RegExp])[] = [
  ["time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/],
  ["UTC time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
  ["day", /^\d{4}-\d\d-\d\d$/],
  ["address", /^https?:\/\//],
];

function kindOfText(text: string): string {
  return formats.find(([, pattern]) => pattern.test(text))?.[0] ?? "text";
}
