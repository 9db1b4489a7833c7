import type { JqlRefused } from "../use-cases/jira-ports";

type Outcome = { readonly kind: "read" } | JqlRefused;

/**
 * Jira refuses a query as a whole where one of the issues or projects that it names does not exist, or is hidden from
 * the app. Then each half is asked alone; what is refused alone is left out, because the app can see nothing of it.
 */
export async function withoutRefused(
  ids: readonly string[],
  ask: (ids: readonly string[]) => Promise<Outcome>,
): Promise<void> {
  if (ids.length === 0) return;
  const outcome = await ask(ids);
  if (outcome.kind === "read" || ids.length === 1) return;
  const half = Math.ceil(ids.length * 0.5);
  await withoutRefused(ids.slice(0, half), ask);
  await withoutRefused(ids.slice(half), ask);
}
