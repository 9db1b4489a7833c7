/** The issue of an issue view as the host names it; null when it does not. */
export function issueOf(
  extension: Readonly<Record<string, unknown>>,
): { readonly id: string; readonly key: string } | null {
  const issue = extension["issue"];
  if (typeof issue !== "object" || issue === null) return null;
  const id = "id" in issue ? issue.id : undefined;
  const key = "key" in issue ? issue.key : undefined;
  if ((typeof id !== "string" && typeof id !== "number") || typeof key !== "string") return null;
  return { id: String(id), key };
}
