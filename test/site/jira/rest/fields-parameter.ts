import { selectFields, unmodelledFields } from "./beans/issue-bean";
import { notModelled } from "./rest-answer";

/** The ids of the fields that are asked for; a field that the local site does not have is not left out in silence. */
export function askedFields(asked: readonly string[]): readonly string[] {
  const unmodelled = asked.find((name) => unmodelledFields.has(name));
  if (unmodelled !== undefined) throw notModelled(`field ${unmodelled}`);
  return selectFields(asked);
}
