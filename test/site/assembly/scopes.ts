import { readDocuments } from "../jira/openapi/documents";

/** Judges operations by Atlassian's documents: all classic scopes of an operation must be granted, or all granular ones. */
export function scopesAllow(granted: readonly string[]): (operation: string) => boolean {
  const operations = new Map(
    readDocuments().flatMap((each) => each.operations.map((one) => [one.id, one] as const)),
  );
  const holds = (scopes: readonly string[]) =>
    scopes.length > 0 && scopes.every((scope) => granted.includes(scope));
  return (operation) => {
    const described = operations.get(operation);
    if (described === undefined) return false;
    const { classicScopes, granularScopes } = described;
    const open = classicScopes.length === 0 && granularScopes.length === 0;
    return open || holds(classicScopes) || holds(granularScopes);
  };
}
