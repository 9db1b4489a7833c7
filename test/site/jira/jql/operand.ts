import type { Operand } from "@atlaskit/jql-ast";
import type { JqlCall, JqlValue } from "./field";

/** The right side of an operator, flattened: lists within lists are one list. */
export type RightSide = {
  readonly isList: boolean;
  readonly parts: readonly RightPart[];
};
export type RightPart =
  | { readonly kind: "value"; readonly value: JqlValue }
  | { readonly kind: "call"; readonly call: JqlCall; readonly written: string }
  | { readonly kind: "empty" };

export function rightSide(operand: Operand): RightSide {
  if (operand.operandType === "list") {
    return { isList: true, parts: operand.values.flatMap((each) => rightSide(each).parts) };
  }
  return { isList: false, parts: [part(operand)] };
}

function part(operand: Exclude<Operand, { operandType: "list" }>): RightPart {
  switch (operand.operandType) {
    case "value":
      return { kind: "value", value: { text: operand.value, encoded: operand.text } };
    case "keyword":
      return { kind: "empty" };
    case "function": {
      const name = operand.function.value;
      const args = operand.arguments.map((argument) => argument.value);
      return { kind: "call", call: { name: name.toLowerCase(), args }, written: name };
    }
  }
}
