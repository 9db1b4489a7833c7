/** Forge SQL refused a statement, or answered what the store cannot read. */
export class StoreRefused extends Error {
  override readonly name = "StoreRefused";
  /** Name of the statement, never its values. */
  readonly statement: string;
  /** Forge SQL's code, `SQL_EXECUTION_ERROR` and its like. */
  readonly code: string;

  constructor(statement: string, code: string, cause: unknown) {
    super(`The store refused ${statement}: ${code}`, { cause });
    this.statement = statement;
    this.code = code;
  }
}
