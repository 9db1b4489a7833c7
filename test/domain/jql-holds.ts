import type { Clause, Operand, TerminalClause } from "@atlaskit/jql-ast";

/** What is so of an issue: whether its project is called so, and whether any other clause holds. */
export type Case = {
  readonly isIn: (value: string) => boolean;
  readonly other: () => boolean;
};

/** Whether a query, as Atlassian's grammar reads it, holds in a case. */
export function holds(clause: Clause, given: Case): boolean {
  switch (clause.clauseType) {
    case "terminal":
      return terminalHolds(clause, given);
    case "not":
      return !holds(clause.clause, given);
    case "compound": {
      const parts = clause.clauses.map((each) => holds(each, given));
      return clause.operator.value === "and" ? parts.every(Boolean) : parts.some(Boolean);
    }
  }
}

function terminalHolds({ field, operator, operand }: TerminalClause, given: Case): boolean {
  const isProject =
    field.value.toLowerCase() === "project" && (field.properties ?? []).length === 0;
  const isAsked = operator?.value === "=" || operator?.value === "in";
  return isProject && isAsked && operand ? isAmong(operand, given) : given.other();
}

function isAmong(operand: Operand, given: Case): boolean {
  switch (operand.operandType) {
    case "list":
      return operand.values.some((each) => isAmong(each, given));
    case "value":
      return given.isIn(operand.value);
    case "keyword":
    case "function":
      return given.other();
  }
}
