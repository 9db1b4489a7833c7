import * as z from "zod/mini";
import { dayText, monthText } from "./values";

const number = z.pipe(
  z.union([z.number(), z.string().check(z.minLength(1))]),
  z.transform((value) => Number(value)),
);

/** A whole number. BIGINT, DECIMAL and sums come as text, INT and counts as numbers. */
export const int = z.pipe(number, z.int());

export const id = z.pipe(int, z.transform(String));

/** Ids with commas between them; of nothing none. */
export const ids = z.pipe(
  z.nullable(z.string()),
  z.transform((text): readonly string[] => (text === null || text === "" ? [] : text.split(","))),
);

/** Epoch milliseconds. */
export const instant = z.pipe(
  int,
  z.transform((milliseconds) => new Date(milliseconds)),
);

/** Days since 1970-01-01. */
export const day = z.pipe(int, z.transform(dayText));

/** Months since 1970-01. */
export const month = z.pipe(int, z.transform(monthText));

export const flag = z.pipe(
  int,
  z.transform((value) => value !== 0),
);

/** Thousandths of a point. */
export const points = z.pipe(
  int,
  z.transform((thousandths) => thousandths / 1000),
);

/** One of a closed list, kept as its place in the list. */
export const oneOf = <const T extends readonly string[]>(names: T) =>
  z.pipe(
    z.pipe(
      int,
      z.transform((place) => names[place]),
    ),
    z.enum(names),
  );

export const goalState = z.enum([
  "candidate",
  "committed",
  "achieved",
  "partly-achieved",
  "missed",
  "dropped",
  "carried-over",
]);

/** JSON text of this schema. */
export const json = <T extends z.core.$ZodType>(schema: T) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text): unknown => JSON.parse(text)),
    ),
    schema,
  );

/** JSON of any keys, each with such a value: what z.record reads, without the 2.4 kB that it adds to the back end. */
export const valuesByKey = <T extends z.core.SomeType>(value: T) => z.catchall(z.object({}), value);

/** An instant inside JSON, just as JSON.stringify writes it. */
export const isoInstant = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const at = new Date(text);
    if (at.toJSON() !== text) {
      context.issues.push({ code: "custom", message: "not an instant", input: text });
    }
    return at;
  }),
);
