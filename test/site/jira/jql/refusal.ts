/** Why a JQL query has no answer: Jira refuses it with these messages, or the local site does not model a part of it. */
export class JqlRefusal extends Error {
  override readonly name = "JqlRefusal";
  readonly kind: "syntax" | "invalid" | "unmodelled";
  readonly messages: readonly string[];

  constructor(kind: JqlRefusal["kind"], ...messages: readonly string[]) {
    super(messages.join(" "));
    this.kind = kind;
    this.messages = messages;
  }
}

export function invalid(...messages: readonly string[]): JqlRefusal {
  return new JqlRefusal("invalid", ...messages);
}

export function unmodelled(what: string): JqlRefusal {
  return new JqlRefusal("unmodelled", `JQL ${what}`);
}

/**
 * Does all of the work, then refuses with every message that came up: Jira names each wrong clause and each unknown
 * value of a list (public reports of Jira Cloud: tenable/integration-jira-cloud#25, hygieia/hygieia#1376).
 */
export function refusingTogether<T, R>(parts: readonly T[], work: (part: T) => R): readonly R[] {
  const messages: string[] = [];
  const done = parts.flatMap((part) => {
    try {
      return [work(part)];
    } catch (problem) {
      if (!(problem instanceof JqlRefusal) || problem.kind !== "invalid") throw problem;
      messages.push(...problem.messages);
      return [];
    }
  });
  if (messages.length > 0) throw invalid(...new Set(messages));
  return done;
}
