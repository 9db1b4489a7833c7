/** Markup that is safe to send: everything interpolated into it was escaped. */
export type Html = { readonly html: string };

export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A template tag: text is escaped, nested `html` is not, lists are joined, null, undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = strings.map((text, index) => text + rendered(parts[index]));
  return { html: pieces.join("") };
}

/** A value as JSON for a data attribute; the template escapes it. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}

function rendered(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  if ("html" in part) return part.html;
  return part.map(rendered).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
