import type { Clause, Field, Operand, Query, TerminalClause } from "@atlaskit/jql-ast";

/** The syntax tree of a query as POST /jql/parse answers it. */
export function structureOf(query: Query) {
  const { where, orderBy } = query;
  return {
    ...(where ? { where: clauseOf(where) } : {}),
    ...(orderBy
      ? {
          orderBy: {
            fields: orderBy.fields.map((ordered) => ({
              field: fieldOf(ordered.field),
              ...(ordered.direction ? { direction: ordered.direction.value.toLowerCase() } : {}),
            })),
          },
        }
      : {}),
  };
}

type ClauseStructure =
  | { readonly clauses: readonly ClauseStructure[]; readonly operator: string }
  | ReturnType<typeof terminalOf>;

function clauseOf(clause: Clause): ClauseStructure {
  switch (clause.clauseType) {
    case "compound":
      return { clauses: clause.clauses.map(clauseOf), operator: clause.operator.value };
    case "not":
      return { clauses: [clauseOf(clause.clause)], operator: "not" };
    case "terminal":
      return terminalOf(clause);
  }
}

function terminalOf(clause: TerminalClause) {
  const { field, operator, operand } = clause;
  return {
    field: fieldOf(field),
    operator: operator ? operator.value : "",
    ...(operand ? { operand: operandOf(operand) } : {}),
    ...(/^was|^changed/.test(operator?.value ?? "") ? { predicates: predicatesOf(clause) } : {}),
  };
}

function predicatesOf({ predicates }: TerminalClause) {
  return predicates.map(({ operator, operand }) => ({
    operator: operator.value,
    ...(operand ? { operand: operandOf(operand) } : {}),
  }));
}

function fieldOf({ text, value }: Field) {
  return { encodedName: text, name: value };
}

type OperandStructure =
  | { readonly encodedOperand: string; readonly values: readonly OperandStructure[] }
  | { readonly keyword: "empty"; readonly encodedOperand: string }
  | { readonly encodedValue: string; readonly value: string }
  | {
      readonly function: string;
      readonly arguments: readonly string[];
      readonly encodedOperand: string;
    };

function operandOf(operand: Operand): OperandStructure {
  switch (operand.operandType) {
    case "list": {
      const values = operand.values.map(operandOf);
      return { encodedOperand: `(${operand.values.map(written).join(", ")})`, values };
    }
    case "keyword":
      return { keyword: "empty", encodedOperand: "EMPTY" };
    case "value":
      return { encodedValue: operand.text, value: operand.value };
    case "function":
      return {
        function: operand.function.value,
        arguments: operand.arguments.map(({ value }) => value),
        encodedOperand: written(operand),
      };
  }
}

function written(operand: Operand): string {
  switch (operand.operandType) {
    case "list":
      return `(${operand.values.map(written).join(", ")})`;
    case "keyword":
      return "EMPTY";
    case "value":
      return operand.text;
    case "function":
      return `${operand.function.text}(${operand.arguments.map(({ text }) => text).join(", ")})`;
  }
}
