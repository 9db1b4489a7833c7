import { parseArgs } from "node:util";
import { countingRules, type CountingRuleName } from "../../../src/contract/goal";

/** What `npm run evidence` is asked: the work, the rule and the instant. */
export type EvidenceArguments = {
  readonly data: string;
  readonly work:
    | { readonly kind: "issue"; readonly key: string }
    | { readonly kind: "rule"; readonly jql: string; readonly descendants: boolean };
  readonly rule: CountingRuleName;
  /** Epoch milliseconds; null is just after the last change of the data. */
  readonly at: number | null;
  readonly json: boolean;
};

export const usage =
  'npm run evidence -- --data DIR (--issue KEY | --jql "…" [--descendants]) [--at ISO] [--rule count|points|time] [--json]';

/** Wrong arguments; the message says what to write instead. */
export class BadArguments extends Error {
  override readonly name = "BadArguments";
}

export function evidenceArguments(argv: readonly string[]): EvidenceArguments {
  const values = parsed(argv);
  if (values.data === undefined) throw new BadArguments("--data DIR is needed");
  return {
    data: values.data,
    work: workOf(values),
    rule: ruleOf(values.rule ?? "count"),
    at: values.at === undefined ? null : instantOf(values.at),
    json: values.json === true,
  };
}

function parsed(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        data: text,
        issue: text,
        jql: text,
        descendants: flag,
        at: text,
        rule: text,
        json: flag,
      },
    }).values;
  } catch (cause) {
    throw new BadArguments(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function workOf(values: {
  readonly issue?: string | undefined;
  readonly jql?: string | undefined;
  readonly descendants?: boolean | undefined;
}): EvidenceArguments["work"] {
  const { issue, jql, descendants } = values;
  if (issue !== undefined && jql !== undefined) {
    throw new BadArguments("--issue and --jql exclude each other");
  }
  if (issue !== undefined) return { kind: "issue", key: issue };
  if (jql !== undefined) return { kind: "rule", jql, descendants: descendants === true };
  throw new BadArguments("--issue KEY or --jql QUERY is needed");
}

function ruleOf(name: string): CountingRuleName {
  const rule = countingRules.find((each) => each === name);
  if (rule === undefined) {
    throw new BadArguments(`--rule ${name} is none of ${countingRules.join(", ")}`);
  }
  return rule;
}

function instantOf(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new BadArguments(`--at ${text} is no ISO 8601 instant`);
  return at;
}
