import { readDocuments } from "../jira/openapi/documents";

/** Judges operations by Atlassian's documents: one of the sets of scopes that open an operation must be granted whole. */
export function scopesAllow(granted: readonly string[]): (operation: string) => boolean {
  const operations = new Map(
    readDocuments().flatMap((each) => each.operations.map((one) => [one.id, one] as const)),
  );
  return (operation) =>
    operations
      .get(operation)
      ?.scopeSets.some((set) => set.every((scope) => granted.includes(scope))) ?? false;
}
