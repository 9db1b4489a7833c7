/** A table of Markdown; its first column reads from the left. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(heads),
    line(heads.map((_, at) => (at === 0 ? "---" : "--:"))),
    ...rows.map(line),
  ].join("\n");
}

export const whole = (value: number) => Math.round(value).toLocaleString("en-US");
/** Two digits, or all of a large number. */
export const amount = (value: number) => (value >= 100 ? whole(value) : value.toPrecision(2));
