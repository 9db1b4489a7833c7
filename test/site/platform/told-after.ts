import type { Sandbox } from "./sandbox";

/** What somebody is told by processes that remember nothing, and by those that told somebody else before. */
export type ToldAfter<T> = { readonly alone: T; readonly after: T };

/**
 * Asks twice as the second one: first alone, then in the processes that have just answered the first one. Both answers
 * are the same unless the app keeps something where the next invocation finds it. The sandbox must be a warm one.
 */
export async function toldAfter<T>(
  sandbox: Sandbox,
  first: () => Promise<unknown>,
  second: () => Promise<T>,
): Promise<ToldAfter<T>> {
  await sandbox.renew();
  const alone = await second();
  await sandbox.renew();
  await first();
  const after = await second();
  return { alone, after };
}
