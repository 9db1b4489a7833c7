/** One page of a list, and how to ask for the one after it; null after the last. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

/**
 * Reads a list of Jira to its end. A short page is not the last one: only a missing token is. `onPage` may say that it
 * has seen enough.
 */
export async function everyPage<T>(
  read: (token: string | null) => Promise<Page<T>>,
  onPage: (items: readonly T[]) => Promise<"more" | "enough"> | "more" | "enough",
): Promise<void> {
  let token: string | null = null;
  do {
    const page: Page<T> = await read(token);
    if ((await onPage(page.items)) === "enough") return;
    token = page.next;
  } while (token !== null);
}
