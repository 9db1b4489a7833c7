import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { amended } from "./amendments";
import { type Operation, readDocuments } from "./documents";

/** Atlassian's documents, ready to find operations in and to check bodies against. */
export type Conformance = {
  readonly operations: readonly Operation[];
  /** What is wrong with a request body; undefined when nothing is. */
  readonly requestFault: (operation: Operation, body: unknown) => string | undefined;
  /** What is wrong with a response body; statuses without a schema cannot be wrong. */
  readonly responseFault: (
    operation: Operation,
    status: number,
    body: unknown,
  ) => string | undefined;
};

export function loadConformance(): Conformance {
  const ajv = new Ajv({ strict: false, validateSchema: false, logger: false });
  addFormats(ajv);
  const documents = readDocuments();
  for (const { name, json } of documents) ajv.addSchema(amended(json), name);

  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer);
    if (known !== undefined) return known;
    const fresh = ajv.compile({ $ref: pointer });
    compiled.set(pointer, fresh);
    return fresh;
  };
  const fault = (pointer: string | undefined, body: unknown): string | undefined => {
    if (pointer === undefined) return undefined;
    const validate = validatorOf(pointer);
    return validate(body) ? undefined : ajv.errorsText(validate.errors);
  };
  return {
    operations: documents.flatMap(({ operations }) => operations),
    requestFault: (operation, body) => fault(operation.requestSchema, body),
    responseFault: (operation, status, body) =>
      fault(operation.responseSchemas[String(status)], body),
  };
}
