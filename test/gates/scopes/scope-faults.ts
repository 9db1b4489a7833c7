import { z } from "zod/mini";
import type { ScopeSets } from "./documents";

const use = z.strictObject({
  /** The step of the plan that first needs the scope. */
  step: z.number(),
  operations: z.optional(z.array(z.string())),
  events: z.optional(z.array(z.string())),
  /** A package's function that needs the scope without a REST call of ours. */
  capability: z.optional(z.string()),
});

/** test/scopes.json: what each scope of the manifest is for. */
export const scopeUses = z.strictObject({
  /** The step up to which the app is built: operations of later steps are not called yet. */
  builtStep: z.number(),
  scopes: z.record(z.string(), use),
  withoutScope: z.record(z.string(), z.object({ step: z.number(), note: z.optional(z.string()) })),
});

export type ScopeUses = z.infer<typeof scopeUses>;

export type ScopeFacts = {
  readonly declared: readonly string[];
  readonly uses: ScopeUses;
  readonly documented: ReadonlyMap<string, ScopeSets>;
  /** Classic scopes by product event, from @forge/manifest. */
  readonly eventScopes: ReadonlyMap<string, readonly string[]>;
  /** Paths that src asks Jira for, parameters as {}. */
  readonly called: readonly string[];
};

/** Scopes that nothing needs, needs that no scope covers, and calls that the list of uses forgot. */
export function scopeFaults(facts: ScopeFacts): string[] {
  return [
    ...listFaults(facts),
    ...useFaults(facts),
    ...sufficiencyFaults(facts),
    ...idleFaults(facts),
    ...callFaults(facts),
  ];
}

function listFaults({ declared, uses }: ScopeFacts): string[] {
  const listed = Object.keys(uses.scopes);
  return [
    ...declared.filter((scope) => !listed.includes(scope)).map((scope) => `${scope} has no use`),
    ...listed.filter((scope) => !declared.includes(scope)).map((s) => `${s} is not declared`),
  ];
}

function useFaults({ uses, documented, eventScopes }: ScopeFacts): string[] {
  return Object.entries(uses.scopes).flatMap(([scope, { operations = [], events = [] }]) => [
    ...operations
      .filter((name) => documented.get(name)?.some((set) => set.includes(scope)) !== true)
      .map((name) => `${name} does not ask for ${scope}`),
    ...events
      .filter((name) => eventScopes.get(name)?.includes(scope) !== true)
      .map((name) => `${name} does not ask for ${scope}`),
  ]);
}

function sufficiencyFaults({ declared, uses, documented }: ScopeFacts): string[] {
  const scopeless = Object.keys(uses.withoutScope)
    .filter((name) => !opens(documented.get(name), []))
    .map((name) => `${name} asks for a scope`);
  const shut = operationsIn(uses)
    .filter((name) => !opens(documented.get(name), declared))
    .map((name) => `the declared scopes do not open ${name}`);
  return [...scopeless, ...shut];
}

/** A scope earns its place by an operation that the others do not open, by an event, or by a package's need. */
function idleFaults({ declared, uses, documented, eventScopes }: ScopeFacts): string[] {
  return Object.entries(uses.scopes)
    .filter(([scope, { operations = [], events = [], capability }]) => {
      const others = declared.filter((each) => each !== scope);
      const needed = operations.some((name) => !opens(documented.get(name), others));
      return !needed && capability === undefined && !events.some((name) => eventScopes.has(name));
    })
    .map(([scope]) => `nothing would fail without ${scope}`);
}

function callFaults({ uses, called }: ScopeFacts): string[] {
  const listed = new Set([...operationsIn(uses), ...Object.keys(uses.withoutScope)].map(pathOf));
  const built = Object.values(uses.scopes).filter(({ step }) => step <= uses.builtStep);
  const due = built.flatMap(({ operations = [] }) => operations);
  return [
    ...called
      .filter((path) => !listed.has(path))
      .map((path) => `src calls ${path}, which test/scopes.json does not list`),
    ...due
      .filter((operation) => !called.includes(pathOf(operation)))
      .map((operation) => `src does not call ${operation}, which test/scopes.json lists as built`),
  ];
}

function operationsIn({ scopes }: ScopeUses): string[] {
  return [...new Set(Object.values(scopes).flatMap(({ operations = [] }) => operations))];
}

function opens(sets: ScopeSets | undefined, held: readonly string[]): boolean {
  return sets?.some((set) => set.every((scope) => held.includes(scope))) ?? false;
}

/** "GET /rest/api/3/project/{projectIdOrKey}" as "/rest/api/3/project/{}". */
function pathOf(operation: string): string {
  return operation.replace(/^\S+ /, "").replace(/[{][^}]*[}]/g, "{}");
}
