import type { StoredIssue } from "../store/issue";
import type { Asker } from "../visibility";
import type { World } from "../world";

/** What a query is read against: the site, who asks, and when. */
export type JqlContext = { readonly world: World; readonly asker: Asker; readonly now: number };

/** One value on the right side of an operator. */
export type JqlValue = {
  readonly text: string;
  /** As written, quotation marks included. */
  readonly encoded: string;
};

/** A call on the right side; `name` in lower case. */
export type JqlCall = { readonly name: string; readonly args: readonly string[] };

type Common = {
  /** Sorts issues by this field; undefined when Jira cannot. Empty values come last ascending. */
  readonly sortKey?: (issue: StoredIssue, context: JqlContext) => string | number | null;
};

/** How a field of Jira takes part in JQL. `values` and `value` never answer with what the asker may not see. */
export type JqlField = Common &
  (
    | {
        readonly kind: "reference";
        readonly values: (issue: StoredIssue, context: JqlContext) => readonly string[];
        /** Ids that a written value means; throws JqlRefusal for one that does not exist. */
        readonly resolve: (
          value: JqlValue,
          field: string,
          context: JqlContext,
        ) => readonly string[];
        /** Ids that a function means; undefined when the field does not know it. */
        readonly call?: (call: JqlCall, context: JqlContext) => readonly string[] | undefined;
        /** A written value that means "no value", as `Unresolved`. */
        readonly emptyName?: string;
        /** `value - bound` for < and >, both ids; undefined where Jira knows no order between them. */
        readonly compare?: (
          value: string,
          bound: string,
          context: JqlContext,
        ) => number | undefined;
        /** Issues that may have one of these ids, when an index knows them. */
        readonly candidates?: (
          ids: readonly string[],
          context: JqlContext,
        ) => ReadonlySet<string> | undefined;
      }
    | {
        readonly kind: "instant";
        readonly value: (issue: StoredIssue) => number | null;
        /** A calendar day without time. */
        readonly wholeDays?: boolean;
      }
    | {
        readonly kind: "number";
        readonly value: (issue: StoredIssue) => number | null;
        readonly parse: (text: string, field: string) => number;
      }
    | { readonly kind: "text"; readonly value: (issue: StoredIssue) => string | null }
  );
