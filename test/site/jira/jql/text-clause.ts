import { type Matcher, notSupported, type ReadClause } from "./matcher";
import type { JqlField } from "./field";
import { invalid } from "./refusal";

type TextField = Extract<JqlField, { kind: "text" }>;

/** `~` asks for words in any order, "\"a b\"" for a phrase, `word*` for beginnings; Jira's stemming is not modelled. */
export function textClause({ field, name, operator, right }: ReadClause<TextField>): Matcher {
  if (operator === "is" || operator === "is not") {
    return { matches: (issue) => (field.value(issue) === null) === (operator === "is") };
  }
  if (operator !== "~" && operator !== "!~") throw notSupported(operator, name);
  const part = right.parts[0];
  if (part?.kind !== "value") throw notSupported(operator, name);
  const contains = wordsMatcher(part.value.text, name);
  return {
    matches: (issue) => {
      const text = field.value(issue);
      return text !== null && contains(text) === (operator === "~");
    },
  };
}

function wordsMatcher(query: string, name: string): (text: string) => boolean {
  const phrase = /^"(.*)"$/.exec(query)?.[1];
  const wanted = words(phrase ?? query);
  if (wanted.length === 0) {
    throw invalid(`The field '${name}' does not support searching for an empty string.`);
  }
  if (phrase !== undefined)
    return (text) => ` ${words(text).join(" ")} `.includes(` ${wanted.join(" ")} `);
  return (text) => {
    const present = words(text);
    return wanted.every((word) =>
      word.endsWith("*")
        ? present.some((each) => each.startsWith(word.slice(0, -1)))
        : present.includes(word),
    );
  };
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+\*?/gu) ?? [];
}
