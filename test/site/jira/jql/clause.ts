import type { TerminalClause } from "@atlaskit/jql-ast";
import type { JqlContext, JqlField } from "./field";
import { fieldNamed } from "./fields";
import { changedClause, wasClause } from "./history-clause";
import { instantClause, numberClause } from "./ordered-clause";
import { type RightSide, rightSide } from "./operand";
import type { Matcher, ReadClause } from "./matcher";
import { referenceClause } from "./reference-clause";
import { invalid, unmodelled } from "./refusal";
import { textClause } from "./text-clause";

/** Makes `field operator operand` ready. Throws JqlRefusal for what Jira refuses or the site does not model. */
export function compileClause(clause: TerminalClause, context: JqlContext): Matcher {
  const name = clause.field.value;
  const operator = clause.operator?.value ?? "";
  if ((clause.field.properties ?? []).length > 0) throw unmodelled(`field property ${name}`);
  if (operator === "changed") return changedClause(clause, context);
  const field = fieldNamed(name);
  const { operand } = clause;
  if (!operand) throw invalid(`The operator '${operator}' needs a value for field '${name}'.`);
  const right = rightSide(operand);
  const encoded = "text" in operand ? operand.text : "";
  checkOperator(name, operator, right, encoded);
  if (operator.startsWith("was")) return wasClause(clause, right, context);
  return compileFor({ name, field, operator, right, encoded }, context);
}

function compileFor(clause: ReadClause<JqlField>, context: JqlContext): Matcher {
  const { field } = clause;
  switch (field.kind) {
    case "reference":
      return referenceClause({ ...clause, field }, context);
    case "instant":
      return instantClause({ ...clause, field }, context);
    case "number":
      return numberClause({ ...clause, field });
    case "text":
      return textClause({ ...clause, field });
  }
}

function checkOperator(name: string, operator: string, right: RightSide, encoded: string): void {
  const takesList = operator.endsWith("in");
  const isCall = right.parts.some((part) => part.kind === "call");
  if (takesList && !right.isList && !isCall) {
    throw invalid(
      `Operator '${operator}' does not support the non-list value '${encoded}' for field '${name}'.`,
    );
  }
  if (!takesList && right.isList) {
    throw invalid(`Operator '${operator}' does not support the list value for field '${name}'.`);
  }
}
