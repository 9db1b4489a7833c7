import type { Page } from "playwright-core";

/** Everything the app's back end has answered to this page since now, as text. */
export type Overheard = { readonly answers: () => Promise<readonly string[]> };

/** Keeps what resolvers answer to the page: what is in there a curious person can read, shown or not. */
export function overhear(page: Page): Overheard {
  const heard: Promise<string>[] = [];
  page.on("response", (response) => {
    // An answer that a page left behind can no longer be read.
    if (response.url().endsWith("/__bridge/invoke")) heard.push(response.text().catch(() => ""));
  });
  return { answers: () => Promise.all(heard) };
}
