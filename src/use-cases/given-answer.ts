import type { ViewerPorts } from "./ports";

/** What reads an answer back: a schema of the contract. */
type Schema<T> = {
  readonly safeParse: (
    answer: unknown,
  ) => { readonly success: true; readonly data: T } | { readonly success: false };
};

/**
 * The answer this person was given to the action of this key; null when the key is new. Only answers that changed
 * something are kept: a refusal may be overcome by trying again.
 */
export async function givenAnswer<T>(
  { store, viewer }: ViewerPorts,
  key: string,
  schema: Schema<T>,
): Promise<T | null> {
  const given = await store.people.answered(viewer.accountId, key);
  if (given === null) return null;
  const read = schema.safeParse(given);
  return read.success ? read.data : null;
}

export async function keepAnswer(
  { store, viewer, now }: ViewerPorts,
  key: string,
  answer: unknown,
): Promise<void> {
  await store.people.putAnswered(viewer.accountId, key, answer, now());
}
