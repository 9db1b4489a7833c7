import * as z from "zod/mini";
import { int } from "./decoders";

/** SQL expressions by the names under which they are read; numbers and texts never share a column of the answer. */
export type Part = {
  readonly numbers?: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, string>>;
};

/** Rows of several kinds that one statement answers, by kind. */
export type Parts = Readonly<Record<string, Part>>;

/**
 * One SELECT over rows of several kinds, `from` with what follows the columns of each. Every row of the answer names every
 * column, so the columns have names of two letters and are shared between the kinds.
 */
export function unionSelect<P extends Parts>(
  parts: P,
  from: Readonly<Record<keyof P & string, string>>,
): string {
  const { numbers, texts } = widthsOf(parts);
  return Object.entries(parts)
    .map(([kind, part], place) => {
      const columns = [
        `${String(place)} AS part`,
        ...columnsOf("n", numbers, Object.values(part.numbers ?? {})),
        ...columnsOf("t", texts, Object.values(part.texts ?? {})),
      ];
      return `SELECT ${columns.join(", ")} ${from[kind] ?? ""}`;
    })
    .join(" UNION ALL ");
}

/** A row of such an answer. */
export type UnionRow = {
  readonly kind: string;
  readonly columns: Readonly<Record<string, unknown>>;
};

export function unionRow(parts: Parts): z.ZodMiniType<UnionRow> {
  const kinds = Object.entries(parts);
  return z.pipe(
    z.looseObject({ part: int }),
    z.transform((row) => {
      const [kind, part] = kinds[row.part] ?? ["", {}];
      const named = (letter: string, names: Part["numbers"] = {}) =>
        Object.keys(names).map((name, at) => [name, row[`${letter}${String(at)}`]] as const);
      const columns = Object.fromEntries([...named("n", part.numbers), ...named("t", part.texts)]);
      return { kind, columns };
    }),
  );
}

/** The rows of one kind, decoded. */
export const partOf = <T extends z.core.$ZodType>(
  rows: readonly UnionRow[],
  kind: string,
  row: T,
): readonly z.output<T>[] =>
  rows.flatMap((each) => (each.kind === kind ? [z.parse(row, each.columns)] : []));

/** The columns of rows of several kinds that speak of the same by one of their columns. */
export function joinedParts(
  rows: readonly UnionRow[],
  kinds: readonly string[],
  by: string,
): readonly UnionRow["columns"][] {
  const joined = new Map<unknown, UnionRow["columns"]>();
  for (const { kind, columns } of rows) {
    if (kinds.includes(kind)) joined.set(columns[by], { ...joined.get(columns[by]), ...columns });
  }
  return [...joined.values()];
}

function widthsOf(parts: Parts) {
  const widest = (of: (part: Part) => Part["numbers"]) =>
    Math.max(...Object.values(parts).map((part) => Object.keys(of(part) ?? {}).length));
  return {
    numbers: widest(({ numbers }) => numbers),
    texts: widest(({ texts }) => texts),
  };
}

const columnsOf = (letter: string, width: number, expressions: readonly string[]) =>
  Array.from(
    { length: width },
    (_, at) => `${expressions[at] ?? "NULL"} AS ${letter}${String(at)}`,
  );
