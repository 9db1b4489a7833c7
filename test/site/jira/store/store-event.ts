import type { Change, IssueFields, StoredIssue } from "./issue";

/** What happened to an issue, told after it happened. */
export type StoreEvent =
  | { readonly kind: "created"; readonly issue: StoredIssue; readonly origin: Origin }
  | {
      readonly kind: "changed";
      readonly issue: StoredIssue;
      readonly before: IssueFields;
      readonly change: Change;
      readonly origin: Origin;
    }
  | { readonly kind: "deleted"; readonly issue: StoredIssue; readonly origin: Origin };

/** Who did it, and whether it was the app. */
export type Origin = { readonly accountId: string | null; readonly byApp: boolean };
