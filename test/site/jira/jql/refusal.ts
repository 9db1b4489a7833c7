/** Why a JQL query has no answer: Jira refuses it with these messages, or the local site does not model a part of it. */
export class JqlRefusal extends Error {
  override readonly name = "JqlRefusal";
  readonly kind: "syntax" | "invalid" | "unmodelled";

  constructor(kind: JqlRefusal["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

export function invalid(message: string): JqlRefusal {
  return new JqlRefusal("invalid", message);
}

export function unmodelled(what: string): JqlRefusal {
  return new JqlRefusal("unmodelled", `JQL ${what}`);
}
