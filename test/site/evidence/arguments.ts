import { parseArgs } from "node:util";
import { countingRules, type CountingRuleName } from "../../../src/contract/words";

/** What `npm run evidence` is asked: the work, the rule and the instant. */
export type EvidenceArguments = {
  readonly data: string;
  readonly work:
    | { readonly kind: "issue"; readonly key: string }
    | { readonly kind: "rule"; readonly jql: string; readonly descendants: boolean };
  readonly rule: CountingRuleName;
  /** Where the site's clock stands, epoch milliseconds; null is just after the last change of the data. */
  readonly clock: number | null;
  /** The instant that the app is to replay, epoch milliseconds; null is the clock's. */
  readonly replayAt: number | null;
  /** Between which instants the ledger runs, epoch milliseconds; no end is the clock's. */
  readonly span: { readonly from: number; readonly to: number | null } | null;
  readonly json: boolean;
};

export const usage =
  'npm run evidence -- --data DIR (--issue KEY | --jql "…" [--descendants]) [--at ISO [--replay]] [--from ISO [--to ISO]] [--rule count|points|time] [--json]';

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
    ...instantsOf(values),
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
        replay: flag,
        from: text,
        to: text,
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

type InstantTexts = {
  readonly at?: string | undefined;
  readonly replay?: boolean | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** The clock stands at --at, else at --to; with --replay it stands at the end of the data. */
function instantsOf(texts: InstantTexts): Pick<EvidenceArguments, "clock" | "replayAt" | "span"> {
  const at = instantOf("at", texts.at);
  const span = spanOf(texts);
  if (texts.replay === true) {
    if (at === null) throw new BadArguments("--replay needs --at ISO");
    return { clock: null, replayAt: at, span };
  }
  const to = span?.to ?? null;
  if (at !== null && to !== null && to > at) throw new BadArguments("--to lies after --at");
  return { clock: at ?? to, replayAt: null, span };
}

function spanOf(texts: InstantTexts): EvidenceArguments["span"] {
  const from = instantOf("from", texts.from);
  const to = instantOf("to", texts.to);
  if (from === null) {
    if (to !== null) throw new BadArguments("--to needs --from ISO");
    return null;
  }
  if (to !== null && from >= to) throw new BadArguments("--from must lie before --to");
  return { from, to };
}

function instantOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new BadArguments(`--${name} ${text} is no ISO 8601 instant`);
  return at;
}
