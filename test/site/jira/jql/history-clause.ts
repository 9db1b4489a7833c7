import type { TerminalClause } from "@atlaskit/jql-ast";
import type { StoredIssue } from "../store/issue";
import type { JqlContext } from "./field";
import { fieldNamed } from "./fields";
import { type HistoryField, historyFields } from "./history-fields";
import { type Predicates, readPredicates, type Side } from "./history-predicates";
import type { Matcher } from "./matcher";
import type { RightSide } from "./operand";
import { wantedIds } from "./reference-clause";
import { invalid } from "./refusal";

/** `field CHANGED`: one told change of the field meets all predicates. */
export function changedClause(clause: TerminalClause, context: JqlContext): Matcher {
  const { history, name } = historyOf(clause);
  const asked = readPredicates(clause, name, context);
  return {
    matches: ({ past }) =>
      past.some(
        ({ at, by, items, hidden }) =>
          !hidden &&
          at >= asked.since &&
          at <= asked.until &&
          isBy(asked, by) &&
          items.some(
            ({ fieldId, from, to }) =>
              fieldId === history.fieldId && isOn(asked.from, from) && isOn(asked.to, to),
          ),
      ),
  };
}

/** `field WAS …`: the field has or had the value, in the time and by the people that the predicates name. */
export function wasClause(clause: TerminalClause, right: RightSide, context: JqlContext): Matcher {
  const { history, name } = historyOf(clause);
  const field = fieldNamed(name);
  if (field.kind !== "reference") throw notInHistory(name);
  const wanted = wantedIds({ field, name, right }, context);
  const asked = readPredicates(clause, name, context);
  const isWanted = (values: readonly string[]) =>
    values.length === 0 ? wanted.orEmpty : values.some((value) => wanted.ids.has(value));
  const was = (issue: StoredIssue) =>
    statesOf(issue, history).some(
      ({ values, since, until, by }) =>
        isWanted(values) && since <= asked.until && until > asked.since && isBy(asked, by),
    );
  const isNot = clause.operator?.value.startsWith("was not") === true;
  return { matches: (issue) => was(issue) !== isNot };
}

function historyOf(clause: TerminalClause): { history: HistoryField; name: string } {
  const name = clause.field.value;
  fieldNamed(name);
  const history = historyFields.get(name.toLowerCase().replaceAll(" ", ""));
  if (history === undefined) throw notInHistory(name);
  return { history, name };
}

function notInHistory(name: string) {
  return invalid(`History searches do not support the '${name}' field.`);
}

type State = {
  readonly values: readonly string[];
  readonly since: number;
  readonly until: number;
  /** Who brought the values about; the creator for the first ones. */
  readonly by: string | null;
};

/** What the field held one after the other; two edits that leave it alike are one state. */
function statesOf(issue: StoredIssue, { values }: HistoryField): readonly State[] {
  const states: { values: readonly string[]; since: number; until: number; by: string | null }[] = [
    { values: values(issue.initial), since: issue.createdAt, until: Infinity, by: issue.creator },
  ];
  let fields = issue.initial;
  for (const { at, by, patch } of issue.past) {
    fields = { ...fields, ...patch };
    const last = states.at(-1);
    if (last === undefined || last.values.join() === values(fields).join()) continue;
    last.until = at;
    states.push({ values: values(fields), since: at, until: Infinity, by });
  }
  return states;
}

function isBy({ by }: Predicates, accountId: string | null): boolean {
  return by === undefined || (accountId !== null && by.has(accountId));
}

function isOn(side: Side | undefined, id: string | null): boolean {
  if (side === undefined) return true;
  return id === null ? side.orEmpty : side.ids.has(id);
}
