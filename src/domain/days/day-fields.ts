import type { ClassTotal, ItemClass, Progress, Rollup } from "../rollup";
import type { CountingRule } from "../rule";
import { wholeThousandths } from "../own-size";
import type { KeptDay } from "./kept-day";
import { type Quotient, quotientOf, valueOf } from "./quotient";

/**
 * A kept day as a flat list of fields, each with a letter; a field that is 0 or empty is left out. What the counts and
 * sizes give by themselves is left out too: of the headline and its interval the sums that they are quotients of, of the
 * total their sum, and the sizes where the rule is to count. Only differences from these are kept.
 */
export type DayFields = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly texts: ReadonlyMap<string, string>;
};

/** Count and size of every class. Sizes are in thousandths; one that is unknown is -1,000. */
export const classFields = {
  confirmed: { count: "B", size: "I" },
  claimed: { count: "C", size: "J" },
  active: { count: "D", size: "K" },
  todo: { count: "E", size: "M" },
  dropped: { count: "F", size: "N" },
} as const satisfies Readonly<Record<ItemClass, { readonly count: string; readonly size: string }>>;

/** By how much a share is a quotient of other sums than those of the sizes, in thousandths; or the share itself. */
export const shareFields = {
  headline: { above: "H", below: "G", exact: "Q" },
  low: { above: "L", below: "O", exact: "S" },
  high: { above: "U", below: "Y", exact: "Z" },
} as const;
type ShareName = keyof typeof shareFields;

/** The instant in epoch milliseconds, the version of the rule, the leaves without a size. */
export const fields = {
  computedAt: "A",
  ruleVersion: "V",
  unsized: "X",
  rule: "R",
  why: "W",
  total: "T",
  poolsVersion: "P",
} as const;

export function fieldsOf({ rollup, ruleVersion, poolsVersion, computedAt }: KeptDay): DayFields {
  const numbers: (readonly [string, number])[] = [
    [fields.computedAt, computedAt.getTime()],
    [fields.ruleVersion, ruleVersion],
    [fields.unsized, rollup.unsized],
    ...classNames.flatMap((name) => classNumbers(name, rollup)),
    ...shareNames.flatMap((name) => shareNumbers(name, rollup)),
  ];
  const texts: (readonly [string, string])[] = [
    [fields.rule, rollup.rule],
    [fields.why, rollup.progress.kind === "none" ? rollup.progress.why : ""],
    ...shareNames.map((name) => exactShare(name, rollup)),
    [fields.total, totalText(rollup)],
    [fields.poolsVersion, poolsVersion],
  ];
  return {
    numbers: new Map(numbers.filter(([, value]) => value !== 0)),
    texts: new Map(texts.filter(([, value]) => value !== "")),
  };
}

export function keptDayOf(day: DayFields): KeptDay {
  const rule = ruleOf(textOf(day, fields.rule));
  const classes = {
    confirmed: classTotal("confirmed", day, rule),
    claimed: classTotal("claimed", day, rule),
    active: classTotal("active", day, rule),
    todo: classTotal("todo", day, rule),
    dropped: classTotal("dropped", day, rule),
  };
  const progress = progressOf(day, classes);
  const total = totalOf(textOf(day, fields.total), sumOf(classes), progress);
  const unsized = numberOf(day, fields.unsized);
  return {
    rollup: { rule, progress, classes, unsized, total },
    ruleVersion: numberOf(day, fields.ruleVersion),
    poolsVersion: textOf(day, fields.poolsVersion),
    computedAt: new Date(numberOf(day, fields.computedAt)),
  };
}

/** All but when it was computed and with which pools. */
export const figuresIn = ({ numbers, texts }: DayFields): DayFields => ({
  numbers: new Map([...numbers].filter(([field]) => field !== fields.computedAt)),
  texts: new Map([...texts].filter(([field]) => field !== fields.poolsVersion)),
});

const shareNames = ["headline", "low", "high"] as const;
const classNames = ["confirmed", "claimed", "active", "todo", "dropped"] as const;
const numberOf = ({ numbers }: DayFields, field: string) => numbers.get(field) ?? 0;
const textOf = ({ texts }: DayFields, field: string) => texts.get(field) ?? "";

/** Under `count` a leaf is 1 unless it is an empty container: only the difference is kept. */
const givenSize = (rule: CountingRule, count: number) => (rule === "count" ? 1000 * count : 0);

const unknownSize = -1000;

function classNumbers(name: ItemClass, { rule, classes }: Rollup): readonly [string, number][] {
  const { count, size } = classes[name];
  const { count: countField, size: sizeField } = classFields[name];
  const thousandths = size === null ? unknownSize : wholeThousandths(size);
  return [
    [countField, count],
    [sizeField, thousandths - givenSize(rule, count)],
  ];
}

function classTotal(name: ItemClass, day: DayFields, rule: CountingRule): ClassTotal {
  const { count: countField, size: sizeField } = classFields[name];
  const count = numberOf(day, countField);
  const thousandths = numberOf(day, sizeField) + givenSize(rule, count);
  return { count, size: thousandths === unknownSize ? null : thousandths / 1000 };
}

type Sums = { readonly confirmed: number; readonly done: number; readonly all: number };

/** In thousandths, so that their quotients are the very numbers that the rollup has. */
function sumOf(classes: Rollup["classes"]): Sums {
  const of = (name: ItemClass) => wholeThousandths(classes[name].size ?? 0);
  const confirmed = of("confirmed");
  const done = confirmed + of("claimed");
  return { confirmed, done, all: done + of("active") + of("todo") };
}

/** What a share is of where every size is an issue's own. */
const givenQuotient = (name: ShareName, { confirmed, done, all }: Sums): Quotient => ({
  above: name === "low" ? confirmed : done,
  below: all,
});

function shareNumbers(
  name: ShareName,
  { progress, classes }: Rollup,
): readonly (readonly [string, number])[] {
  if (progress.kind === "none") return [];
  const given = givenQuotient(name, sumOf(classes));
  const { above, below } = quotientOf(progress[name], given) ?? given;
  const { above: aboveField, below: belowField } = shareFields[name];
  return [
    [aboveField, above - given.above],
    [belowField, below - given.below],
  ];
}

function exactShare(name: ShareName, { progress, classes }: Rollup): readonly [string, string] {
  const { exact } = shareFields[name];
  if (progress.kind === "none") return [exact, ""];
  const isQuotient = quotientOf(progress[name], givenQuotient(name, sumOf(classes))) !== null;
  return [exact, isQuotient ? "" : String(progress[name])];
}

function shareOf(name: ShareName, day: DayFields, classes: Rollup["classes"]): number {
  const { above, below, exact } = shareFields[name];
  const text = textOf(day, exact);
  if (text !== "") return Number(text);
  const given = givenQuotient(name, sumOf(classes));
  return valueOf({
    above: given.above + numberOf(day, above),
    below: given.below + numberOf(day, below),
  });
}

function progressOf(day: DayFields, classes: Rollup["classes"]): Progress {
  const why = textOf(day, fields.why);
  if (why !== "") return { kind: "none", why: reasonOf(why) };
  return {
    kind: "value",
    headline: shareOf("headline", day, classes),
    low: shareOf("low", day, classes),
    high: shareOf("high", day, classes),
  };
}

const noTotal = "-";

function totalText({ total, progress, classes }: Rollup): string {
  const given = progress.kind === "value" ? sumOf(classes).all / 1000 : null;
  if (total === given) return "";
  return total === null ? noTotal : String(total);
}

function totalOf(text: string, { all }: Sums, progress: Progress): number | null {
  if (text === noTotal) return null;
  if (text !== "") return Number(text);
  return progress.kind === "value" ? all / 1000 : null;
}

const rules = ["count", "points", "time"] as const;
const reasons = ["no-work", "all-dropped", "no-size", "too-few-sized"] as const;

const ruleOf = (text: string): CountingRule => oneOf(rules, text);
const reasonOf = (text: string) => oneOf(reasons, text);

function oneOf<const T extends string>(names: readonly T[], text: string): T {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new RangeError(`a kept day cannot have "${text}"`);
  return found;
}
