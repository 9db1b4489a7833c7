import type { Named } from "../store/catalog";
import type { JqlValue } from "./field";
import { invalid, type JqlRefusal } from "./refusal";

/** Ids of the things of this name, else of this id; Jira looks for names first. */
export function resolveNamed<T extends Named>(
  value: JqlValue,
  field: string,
  things: ReadonlyMap<string, T>,
  isVisible: (thing: T) => boolean = () => true,
): readonly string[] {
  const wanted = value.text.toLowerCase();
  const named = [...things.values()].filter(
    (thing) => thing.name.toLowerCase() === wanted && isVisible(thing),
  );
  if (named.length > 0) return named.map(({ id }) => id);
  const byId = things.get(value.text);
  if (byId !== undefined && isVisible(byId)) return [byId.id];
  throw noSuchValue(value, field);
}

export function noSuchValue({ text }: JqlValue, field: string): JqlRefusal {
  return /^\d+$/.test(text)
    ? invalid(`A value with ID '${text}' does not exist for the field '${field}'.`)
    : invalid(`The value '${text}' does not exist for the field '${field}'.`);
}
