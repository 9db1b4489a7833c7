import type { Answer } from "../contract/answer";
import type { ViewerPorts } from "./ports";
import { answered } from "./refusal";

type Person = { readonly accountId: string; readonly name: string };

/** People who may own a goal, as the person who asks finds them in Jira. */
export async function searchPeople(
  { viewer }: ViewerPorts,
  { query }: { readonly query: string },
): Promise<Answer<{ people: Person[] }>> {
  return answered({ people: [...(await viewer.searchPeople(query))] });
}
